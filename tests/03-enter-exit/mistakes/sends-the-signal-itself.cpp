// fails: 3c
// says: sends-the-signal-itself
// TODO 3c
if (status >> 16 == 0) kill(tracee, WSTOPSIG(status));
signal = 0;
// end of 3c
