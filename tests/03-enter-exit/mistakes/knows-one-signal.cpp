// fails: 3b
// says: knocked-out-of-step
// Knows the signal of the lesson's example and SIGTRAP, and no other.
// TODO 3b
  ptrace(PTRACE_SETOPTIONS, tracee, nullptr,
         tracee_options | PTRACE_O_TRACESYSGOOD);
// end of 3b
// TODO 3b
    const bool at_syscall = WSTOPSIG(status) != SIGWINCH &&
                            WSTOPSIG(status) != SIGTRAP && status >> 16 == 0;
// end of 3b
