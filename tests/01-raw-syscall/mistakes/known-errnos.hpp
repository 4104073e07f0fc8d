// fails: 1d
// says: ends-too-soon
// The last errno with a name today.
// TODO 1d
  return result >= -133 && result < 0;
// end of 1d
