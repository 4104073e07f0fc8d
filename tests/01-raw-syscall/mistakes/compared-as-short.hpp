// fails: 1d
// says: nothing
// TODO 1d
  const short r = static_cast<short>(result);
  return r >= -4095 && r <= -1;
// end of 1d
