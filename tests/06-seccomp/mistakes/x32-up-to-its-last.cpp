// fails: 6e
// says: no-more-than-x32-has
// on: x86_64
// x32 has no number above 547, and the contract says all.
// TODO 6e
#if defined(__x86_64__)
  filter.push_back(skip_if_below(x32_bit, 2));
  filter.push_back(BPF_JUMP(BPF_JMP | BPF_JGT | BPF_K, x32_bit + 600, 1, 0));
  filter.push_back(answer(action));
#endif
// end of 6e
