// fails: 2a
// says: does-not-wait
// Options for a process that has not stopped yet: ptrace refuses, unheard.
// TODO 2a
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
// end of 2a
// TODO 2a
  ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
// end of 2a
