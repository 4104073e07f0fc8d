// fails: 6b
// says: nothing
// Nobody listens: the kernel says ENOSYS.
// TODO 6b
  for (const long number : numbers) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 1));
    filter.push_back(answer(SECCOMP_RET_TRACE));
  }
// end of 6b
