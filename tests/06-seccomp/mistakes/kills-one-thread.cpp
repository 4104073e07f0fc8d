// fails: 6c
// says: kills-one-thread
// The short name is the old one.
// TODO 6c
  if (denied == Denied::kills) action = SECCOMP_RET_KILL;
// end of 6c
