// fails: 2a
// says: no-traceexec
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2a
  int status = wait_for(child);
  if (WIFSTOPPED(status)) {
    ptrace(PTRACE_SETOPTIONS, child, nullptr, PTRACE_O_EXITKILL);
  }
// end of 2a
