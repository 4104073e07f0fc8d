// fails: 2c
// says: one-way-to-end
// TODO 2c
    ptrace(PTRACE_CONT, tracee, nullptr, signal);
    const int status = wait_for(tracee);
    if (WIFEXITED(status)) return status;
    signal = status >> 16 != 0 ? 0 : WSTOPSIG(status);
// end of 2c
