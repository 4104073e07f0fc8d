// fails: 6d
// says: another-architecture-is-allowed
// TODO 6d
  filter.push_back(load(offsetof(seccomp_data, arch)));
  filter.push_back(skip_if_equal(native_arch, 1));
  filter.push_back(answer(SECCOMP_RET_ALLOW));
// end of 6d
