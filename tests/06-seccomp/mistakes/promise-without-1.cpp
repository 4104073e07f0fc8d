// fails: 6a
// says: promise-without-1
// TODO 6a
  result = raw_syscall(SYS_prctl, PR_SET_NO_NEW_PRIVS);
  if (result == 0) {
    result = raw_syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0,
                         reinterpret_cast<long>(&program));
  }
// end of 6a
