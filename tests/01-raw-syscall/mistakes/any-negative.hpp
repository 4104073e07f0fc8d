// fails: 1d
// says: any-negative
// TODO 1d
  return result < 0;
// end of 1d
