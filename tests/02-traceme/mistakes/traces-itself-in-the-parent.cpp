// fails: 2a
// says: not-a-tracee
// The parent asks to be traced, not the child.
// TODO 2a
// end of 2a
// TODO 2a
  ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
  int status = wait_for(child);
  if (WIFSTOPPED(status)) {
    ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
  }
// end of 2a
