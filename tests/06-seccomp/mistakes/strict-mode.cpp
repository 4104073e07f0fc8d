// fails: 6a
// says: strict-mode
// TODO 6a
  result = raw_syscall(SYS_prctl, PR_SET_NO_NEW_PRIVS, 1);
  if (result == 0) {
    result = raw_syscall(SYS_prctl, PR_SET_SECCOMP, SECCOMP_MODE_STRICT,
                         reinterpret_cast<long>(&program));
  }
// end of 6a
