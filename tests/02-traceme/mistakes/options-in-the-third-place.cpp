// fails: 2a
// says: no-exitkill
// The kernel takes the last argument, and says nothing of the other.
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2a
  int status = wait_for(child);
  if (WIFSTOPPED(status)) {
    ptrace(PTRACE_SETOPTIONS, child, tracee_options, nullptr);
  }
// end of 2a
