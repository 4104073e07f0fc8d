// fails: 2c
// says: keeps-every-sigtrap
// Takes every SIGTRAP for one of ptrace's own.
// TODO 2c
    if (ptrace(PTRACE_CONT, tracee, nullptr, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status)) return status;
    signal = WSTOPSIG(status) == SIGTRAP ? 0 : WSTOPSIG(status);
// end of 2c
