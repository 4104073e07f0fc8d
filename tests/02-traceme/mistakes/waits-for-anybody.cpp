// fails: 2c
// says: waits-for-anybody
// TODO 2c
    if (ptrace(PTRACE_CONT, tracee, nullptr, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    int status = 0;
    while (waitpid(-1, &status, 0) == -1) {
      if (errno != EINTR) fail("waitpid");
    }
    if (!WIFSTOPPED(status)) return status;
    signal = status >> 16 != 0 ? 0 : WSTOPSIG(status);
// end of 2c
