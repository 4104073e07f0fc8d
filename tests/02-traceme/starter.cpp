// TODO 2a
// end of 2a
// TODO 2b
    _exit(127);
// end of 2b
// TODO 2a
// end of 2a
// TODO 2b
// end of 2b
// TODO 2c
    ptrace(PTRACE_CONT, tracee, nullptr, signal);
    const int status = wait_for(tracee);
    if (WIFEXITED(status)) return status;
// end of 2c
// TODO 2d
  return wait_status == 0 ? 0 : 1;
// end of 2d
