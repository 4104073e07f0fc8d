// fails: 6b
// says: always-kills
// TODO 6c
  action = SECCOMP_RET_KILL_PROCESS;
// end of 6c
