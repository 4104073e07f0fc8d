// fails: 3b
// says: an-event-is-no-syscall-stop
// Knows the signals from the calls, and not the events.
// TODO 3b
  ptrace(PTRACE_SETOPTIONS, tracee, nullptr,
         tracee_options | PTRACE_O_TRACESYSGOOD);
// end of 3b
// TODO 3b
    const bool at_syscall =
        WSTOPSIG(status) == (SIGTRAP | 0x80) || status >> 16 != 0;
// end of 3b
