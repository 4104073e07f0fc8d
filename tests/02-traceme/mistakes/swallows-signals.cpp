// fails: 2c
// says: swallows-signals
// TODO 2c
    if (ptrace(PTRACE_CONT, tracee, nullptr, nullptr) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status)) return status;
    signal = 0;
// end of 2c
