// TODO 1b
// end of 1b
// TODO 1a
      ""  // no instruction yet: what comes back is -38, "no such system call"
      : "=a"(result)
      : "a"(-38L)
// end of 1a
// TODO 1b
// end of 1b
// TODO 1c
// end of 1c
// TODO 1a
  x0 = -38;  // no instruction yet: this is "no such system call"
// end of 1a
// TODO 1b
// end of 1b
// TODO 1a
      ""
      : "+r"(x0)
      : "r"(number)  // in whatever register
// end of 1a
// TODO 1b
// end of 1b
// TODO 1c
// end of 1c
// TODO 1d
  return false;
// end of 1d
