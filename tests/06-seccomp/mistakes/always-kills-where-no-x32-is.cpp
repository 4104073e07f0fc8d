// fails: 6b
// says: always-kills
// on: aarch64
// TODO 6c
  action = SECCOMP_RET_KILL_PROCESS;
// end of 6c
