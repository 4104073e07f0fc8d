// fails: 1d
// says: no-upper-end
// TODO 1d
  return result >= -4095;
// end of 1d
