// fails: 6e
// says: x32-kills
// on: x86_64
// TODO 6e
  filter.push_back(skip_if_below(x32_bit, 1));
  filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
// end of 6e
