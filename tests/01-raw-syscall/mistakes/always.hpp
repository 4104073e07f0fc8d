// fails: 1d
// says: always
// TODO 1d
  return result >= -4095 || result <= -1;
// end of 1d
