// fails: 2c
// says: nothing
// Takes the first stop for the end.
// TODO 2c
    if (ptrace(PTRACE_CONT, tracee, nullptr, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    return wait_for(tracee);
// end of 2c
