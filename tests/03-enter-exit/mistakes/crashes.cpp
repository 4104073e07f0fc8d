// fails: 3a
// says: nothing
// The tracer itself dies: an optional is read that holds nothing.
// TODO 3a
  *reinterpret_cast<volatile long*>(8) = registers.number;
  report(thread.call);
// end of 3a
