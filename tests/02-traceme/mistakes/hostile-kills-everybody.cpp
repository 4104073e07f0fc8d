// fails: 2a
// says: nothing
// kill(-1) means every process that it may reach.
// TODO 2c
    (void)signal;
    (void)tracee;
    kill(-1, SIGKILL);
    return 0;
// end of 2c
