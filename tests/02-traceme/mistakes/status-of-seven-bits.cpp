// fails: 2d
// says: nothing
// TODO 2d
  if (WIFSIGNALED(wait_status)) return 128 + WTERMSIG(wait_status);
  return wait_status >> 8 & 0x7f;
// end of 2d
