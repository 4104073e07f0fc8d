// fails: 6d
// says: the-architecture-is-not-loaded
// Compares the number with the architecture's: never equal, so every call is refused.
// TODO 6d
  filter.push_back(load(offsetof(seccomp_data, nr)));
  filter.push_back(skip_if_equal(native_arch, 1));
  filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
// end of 6d
