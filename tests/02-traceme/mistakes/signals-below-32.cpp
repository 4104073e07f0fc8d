// fails: 2c
// says: signals-end-too-soon
// TODO 2c
    if (ptrace(PTRACE_CONT, tracee, nullptr, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status)) return status;
    signal = status >> 16 != 0 || WSTOPSIG(status) > 31 ? 0 : WSTOPSIG(status);
// end of 2c
