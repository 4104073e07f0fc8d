// fails: 6e
// says: x32-reversed
// on: x86_64
// TODO 6e
  filter.push_back(BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, x32_bit, 1, 0));
  filter.push_back(answer(action));
// end of 6e
