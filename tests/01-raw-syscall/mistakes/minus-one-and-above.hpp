// fails: 1d
// says: nothing
// -1 yes and -2 no, as by libc's rule, and yet another rule.
// TODO 1d
  return result >= -1;
// end of 1d
