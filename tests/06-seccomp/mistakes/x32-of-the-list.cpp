// fails: 6e
// says: only-the-listed
// on: x86_64
// TODO 6e
#if defined(__x86_64__)
  for (const long number : numbers) {
    filter.push_back(
        skip_unless_equal(static_cast<unsigned>(number) | x32_bit, 1));
    filter.push_back(answer(action));
  }
#endif
// end of 6e
