// fails: 3b
// says: no-such-signal
// Asks for the mark, and looks for the plain signal: the marked one is handed on.
// TODO 3b
  ptrace(PTRACE_SETOPTIONS, tracee, nullptr,
         tracee_options | PTRACE_O_TRACESYSGOOD);
// end of 3b
// TODO 3b
    const bool at_syscall = WSTOPSIG(status) == SIGTRAP;
// end of 3b
