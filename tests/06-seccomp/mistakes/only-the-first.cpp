// fails: 6b
// says: only-the-first
// The number that is not equal jumps out of the list.
// TODO 6b
  for (const long number : numbers) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 1));
    filter.push_back(answer(action));
    filter.push_back(answer(SECCOMP_RET_ALLOW));
  }
// end of 6b
