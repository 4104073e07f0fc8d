// fails: 6e
// says: x32-everywhere
// on: aarch64
// The kernel of aarch64 knows no x32.
// TODO 6e
  filter.push_back(skip_if_below(x32_bit, 1));
  filter.push_back(answer(action));
// end of 6e
