// fails: 2c
// says: nothing
// Takes the news of an exec for that of the end.
// TODO 2c
    if (ptrace(PTRACE_CONT, tracee, nullptr, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status) || status >> 16 != 0) return status;
    signal = WSTOPSIG(status);
// end of 2c
