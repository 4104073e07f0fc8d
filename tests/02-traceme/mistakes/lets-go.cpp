// fails: 2c
// says: let-go
// PTRACE_DETACH lets the tracee run, too, and it is a tracee no more.
// TODO 2c
    if (ptrace(PTRACE_DETACH, tracee, nullptr, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    return wait_for(tracee);
// end of 2c
