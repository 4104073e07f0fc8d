// fails: 2c
// says: a-dead-tracee-is-no-error
// Every error of ptrace is taken for a fault of the tracer.
// TODO 2c
    if (ptrace(PTRACE_CONT, tracee, nullptr, signal) == -1) fail("ptrace");
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status)) return status;
    signal = status >> 16 != 0 ? 0 : WSTOPSIG(status);
// end of 2c
