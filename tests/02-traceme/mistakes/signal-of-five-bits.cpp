// fails: 2d
// says: nothing
// TODO 2d
  if (WIFSIGNALED(wait_status)) return 128 + (wait_status & 0x1f);
  return WEXITSTATUS(wait_status);
// end of 2d
