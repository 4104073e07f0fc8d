// fails: 6b
// says: always-kills
// Whatever `action` is.
// TODO 6b
  for (const long number : numbers) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 1));
    filter.push_back(answer(SECCOMP_RET_KILL_PROCESS));
  }
// end of 6b
