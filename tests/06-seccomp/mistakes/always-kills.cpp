// fails: 6c
// says: always-kills
// on: x86_64
// It is seen in x32 calls, too, which 6b does not answer.
// TODO 6c
  action = SECCOMP_RET_KILL_PROCESS;
// end of 6c
