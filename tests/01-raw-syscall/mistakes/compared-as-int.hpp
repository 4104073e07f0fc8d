// fails: 1d
// says: result-cut-to-int
// TODO 1d
  const int r = result;
  return r >= -4095 && r <= -1;
// end of 1d
