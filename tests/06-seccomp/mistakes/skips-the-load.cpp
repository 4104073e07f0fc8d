// fails: 6d
// says: the-number-is-not-loaded
// on: x86_64
// TODO 6d
  filter.push_back(load(offsetof(seccomp_data, arch)));
  filter.push_back(skip_if_equal(native_arch, 2));
  filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
// end of 6d
