// fails: 3c
// says: signals-end-too-soon
// TODO 3c
if (status >> 16 == 0 && WSTOPSIG(status) < 32) signal = WSTOPSIG(status);
// end of 3c
