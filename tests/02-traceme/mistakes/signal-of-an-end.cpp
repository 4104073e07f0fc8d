// fails: 2c
// says: no-such-signal
// WTERMSIG is for the status of one that ended; at a stop it is 127.
// TODO 2c
    if (ptrace(PTRACE_CONT, tracee, nullptr, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status)) return status;
    signal = status >> 16 != 0 ? 0 : WTERMSIG(status);
// end of 2c
