// fails: 8d
// says: a-bar-with-one-side
// shows: got   0x100: CLONE_VM|
// TODO 8d
  unsigned long rest = value;
  for (const Name& flag : set.flags) {
    const auto bits = static_cast<unsigned long>(flag.number);
    if ((rest & bits) != bits) continue;
    text += std::string(flag.name) + "|";
    rest &= ~bits;
  }
  if (rest != 0) text += fmt::format("{:#x}", rest);
// end of 8d
