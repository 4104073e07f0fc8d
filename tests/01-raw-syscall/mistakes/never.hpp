// fails: 1d
// says: never
// TODO 1d
  return result > 0 && result < 0;
// end of 1d
