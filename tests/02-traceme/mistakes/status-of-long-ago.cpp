// fails: 2c
// says: never-ends
// Nobody looks at what waitpid gives back: the old status is read for ever.
// TODO 2c
    ptrace(PTRACE_CONT, tracee, nullptr, signal);
    static int status = 0;
    waitpid(tracee, &status, 0);
    if (WIFEXITED(status)) return status;
    signal = status >> 16 != 0 ? 0 : WSTOPSIG(status);
// end of 2c
