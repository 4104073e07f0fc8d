// fails: 1d
// says: off-by-one
// TODO 1d
  return static_cast<unsigned long>(result) >= -4096UL;
// end of 1d
