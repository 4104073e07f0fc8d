// fails: 6a
// says: no-new-privs-forgotten
// Root may load a filter without the promise; nobody else.
// TODO 6a
  result = raw_syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0,
                       reinterpret_cast<long>(&program));
// end of 6a
