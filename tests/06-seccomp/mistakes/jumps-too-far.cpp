// fails: 6b
// says: jump-too-far
// One answer at the end, and a jump to it from every comparison: 8 bits are few.
// TODO 6b
  const std::size_t size = numbers.size();
  for (std::size_t i = 0; i < size; ++i) {
    filter.push_back(skip_if_equal(static_cast<unsigned>(numbers[i]),
                                   static_cast<unsigned char>(size - i)));
  }
  filter.push_back(answer(SECCOMP_RET_ALLOW));
  filter.push_back(answer(action));
// end of 6b
