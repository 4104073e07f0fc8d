// fails: 3b
// says: a-sigtrap-is-no-syscall-stop
// The low seven bits are SIGTRAP at an exec event, too.
// TODO 3b
  ptrace(PTRACE_SETOPTIONS, tracee, nullptr,
         tracee_options | PTRACE_O_TRACESYSGOOD);
// end of 3b
// TODO 3b
    const bool at_syscall = (WSTOPSIG(status) & 0x7f) == SIGTRAP;
// end of 3b
