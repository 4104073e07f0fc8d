// fails: 3c
// says: no-such-signal
// Hands on the whole wait status: seen at the first signal, and no fault of 3b.
// TODO 3c
      signal = status;
// end of 3c
