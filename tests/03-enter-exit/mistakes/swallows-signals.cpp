// fails: 3c
// says: swallows-signals
// TODO 3c
      signal = 0;
// end of 3c
