// fails: 2a
// says: launch-hangs
// Waits for a second stop, and there is one only.
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2a
  wait_for(child);
  int status = wait_for(child);
  if (WIFSTOPPED(status)) {
    ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
  }
// end of 2a
