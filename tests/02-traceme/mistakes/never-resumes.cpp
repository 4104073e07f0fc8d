// fails: 2c
// says: never-ends
// Waits for a tracee that stands still and was never told to go on.
// TODO 2c
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status)) return status;
    signal = WSTOPSIG(status);
// end of 2c
