// fails: 6d
// says: checked-with-kill-only
// TODO 6d
  if (denied == Denied::kills) {
    filter.push_back(load(offsetof(seccomp_data, arch)));
    filter.push_back(skip_if_equal(native_arch, 1));
    filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
  }
// end of 6d
