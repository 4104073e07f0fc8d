// fails: 6d
// says: one-architecture-refused
// on: x86_64
// TODO 6d
  filter.push_back(load(offsetof(seccomp_data, arch)));
  filter.push_back(skip_unless_equal(AUDIT_ARCH_I386, 1));
  filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
// end of 6d
