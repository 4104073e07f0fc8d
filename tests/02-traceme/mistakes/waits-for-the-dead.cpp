// fails: 2a
// says: waits-for-the-dead
// Waits until it stops. A child that has ended never will.
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2a
  while (!WIFSTOPPED(wait_for(child))) {
  }
  ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
// end of 2a
