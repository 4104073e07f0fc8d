// fails: 6e
// says: off-by-one
// on: x86_64
// TODO 6e
#if defined(__x86_64__)
  filter.push_back(skip_if_below(x32_bit - 1, 1));
  filter.push_back(answer(action));
#endif
// end of 6e
