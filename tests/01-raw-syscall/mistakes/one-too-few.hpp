// fails: 1d
// says: off-by-one
// TODO 1d
  return result > -4095 && result < 0;
// end of 1d
