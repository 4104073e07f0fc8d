// fails: 6d
// says: architecture-reversed
// Ends the process if the architecture *is* the native one. The first check to
// see it is one of 6b; the mistake is 6d's.
// TODO 6d
  filter.push_back(load(offsetof(seccomp_data, arch)));
  filter.push_back(skip_unless_equal(native_arch, 1));
  filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
// end of 6d
