// fails: 6c
// says: sends-a-signal
// TODO 6c
  if (denied == Denied::kills) action = SECCOMP_RET_TRAP;
// end of 6c
