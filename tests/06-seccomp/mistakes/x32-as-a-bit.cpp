// fails: 6e
// says: x32-as-a-bit
// on: x86_64
// TODO 6e
#if defined(__x86_64__)
  filter.push_back(BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, x32_bit, 0, 1));
  filter.push_back(answer(action));
#endif
// end of 6e
