// fails: 6a
// says: nothing-loaded
// TODO 6a
  result = raw_syscall(SYS_prctl, PR_SET_NO_NEW_PRIVS, 1);
// end of 6a
