// fails: 6d
// says: the-architecture-is-not-loaded
// TODO 6d
  filter.push_back(skip_if_equal(native_arch, 1));
  filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
// end of 6d
