// fails: 6d
// says: sends-a-signal
// TODO 6d
  filter.push_back(load(offsetof(seccomp_data, arch)));
  filter.push_back(skip_if_equal(native_arch, 1));
  filter.push_back(answer(SECCOMP_RET_TRAP));
// end of 6d
