// x32 by the two bits that no native number has; the numbers from the last to the first.
// TODO 6e
#if defined(__x86_64__)
  filter.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K,
                              x32_bit | 0x80000000, 0, 1));
  filter.push_back(answer(action));
#endif
// end of 6e
// TODO 6b
  for (auto at = numbers.rbegin(); at != numbers.rend(); ++at) {
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
                              static_cast<unsigned>(*at), 0, 1));
    filter.push_back(answer(action));
  }
// end of 6b
