// fails: 2d
// says: signal-lost
// TODO 2d
  return WEXITSTATUS(wait_status);
// end of 2d
