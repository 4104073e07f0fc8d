// fails: 6a
// says: arguments-of-seccomp
// seccomp(2) has three arguments; prctl's way of loading a filter has two.
// TODO 6a
  result = raw_syscall(SYS_prctl, PR_SET_NO_NEW_PRIVS, 1);
  if (result == 0) {
    result = raw_syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                         reinterpret_cast<long>(&program));
  }
// end of 6a
