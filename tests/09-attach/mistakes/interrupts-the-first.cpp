// fails: 9c
// says: one-interrupted-of-three
// TODO 9c
  request(PTRACE_INTERRUPT, threads.begin()->first, 0);
// end of 9c
