// fails: 1d
// says: nothing
// Two limits are wrong: neither alone tells it.
// TODO 1d
  return result <= 0;
// end of 1d
