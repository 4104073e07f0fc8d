// fails: 6c
// says: kills-reversed
// TODO 6c
  if (denied == Denied::fails) action = SECCOMP_RET_KILL_PROCESS;
// end of 6c
