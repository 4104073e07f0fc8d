// fails: 2d
// says: core-bit
// TODO 2d
  if (WIFSIGNALED(wait_status)) return 128 + wait_status;
  return WEXITSTATUS(wait_status);
// end of 2d
