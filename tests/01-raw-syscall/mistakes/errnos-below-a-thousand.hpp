// fails: 1d
// says: ends-too-soon
// TODO 1d
  return result > -1000 && result < 0;
// end of 1d
