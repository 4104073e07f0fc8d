// fails: 6a
// says: loads-all-the-same
// The first error is given back, and the second call made.
// TODO 6a
  result = raw_syscall(SYS_prctl, PR_SET_NO_NEW_PRIVS, 1);
  const long loaded = raw_syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0,
                                  reinterpret_cast<long>(&program));
  if (result == 0) result = loaded;
// end of 6a
