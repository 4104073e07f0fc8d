// fails: 6d
// says: architecture-too-late
// The numbers are looked at before it is known whose they are.
// TODO 6d
// end of 6d
// TODO 6b
  for (const long number : numbers) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 1));
    filter.push_back(answer(action));
  }
  filter.push_back(load(offsetof(seccomp_data, arch)));
  filter.push_back(skip_if_equal(native_arch, 1));
  filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
// end of 6b
