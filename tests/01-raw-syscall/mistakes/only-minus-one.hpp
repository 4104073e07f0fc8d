// fails: 1d
// says: only-minus-one
// TODO 1d
  return result == -1;
// end of 1d
