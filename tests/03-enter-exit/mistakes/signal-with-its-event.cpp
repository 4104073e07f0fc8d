// fails: 3c
// says: no-such-signal
// Takes the event's number for a part of the signal.
// TODO 3c
      signal = status >> 8;
// end of 3c
