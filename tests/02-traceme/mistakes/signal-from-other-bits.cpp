// fails: 2d
// says: signal-from-other-bits
// TODO 2d
  if (WIFSIGNALED(wait_status)) return 128 + WSTOPSIG(wait_status);
  return WEXITSTATUS(wait_status);
// end of 2d
