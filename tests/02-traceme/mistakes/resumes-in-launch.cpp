// fails: 2a
// says: resumed-too-soon
// The first stop is taken for something to get rid of.
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2a
  int status = wait_for(child);
  if (WIFSTOPPED(status)) {
    ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
    ptrace(PTRACE_CONT, child, nullptr, nullptr);
    usleep(200000);
  }
// end of 2a
