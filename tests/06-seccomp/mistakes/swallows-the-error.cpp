// fails: 6a
// says: error-swallowed
// TODO 6a
  raw_syscall(SYS_prctl, PR_SET_NO_NEW_PRIVS, 1);
  raw_syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0,
              reinterpret_cast<long>(&program));
// end of 6a
