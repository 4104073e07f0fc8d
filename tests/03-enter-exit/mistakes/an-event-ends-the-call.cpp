// fails: 3c
// says: an-event-ends-no-call
// What is no syscall-stop is taken for an interruption of the call.
// TODO 3c
signal = status >> 16 != 0 ? 0 : WSTOPSIG(status);
thread.inside = false;
// end of 3c
