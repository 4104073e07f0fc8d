// fails: 6b
// says: sends-a-signal
// TODO 6b
  for (const long number : numbers) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 1));
    filter.push_back(answer(SECCOMP_RET_TRAP));
  }
// end of 6b
