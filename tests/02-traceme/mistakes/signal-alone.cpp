// fails: 2d
// says: signal-without-128
// TODO 2d
  if (WIFSIGNALED(wait_status)) return WTERMSIG(wait_status);
  return WEXITSTATUS(wait_status);
// end of 2d
