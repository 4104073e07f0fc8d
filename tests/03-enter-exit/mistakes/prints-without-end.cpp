// fails: 3a
// says: nothing
// A loop where a condition was meant.
// TODO 3a
  while (!thread.inside) report(thread.call);
  (void)registers;
// end of 3a
