// fails: 6b
// says: fails-without-an-error
// The errno is or-ed in; without it the call gives 0.
// TODO 6b
  for (const long number : numbers) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 1));
    filter.push_back(answer(SECCOMP_RET_ERRNO));
  }
// end of 6b
