// fails: 8d
// says: a-bar-with-one-side
// shows: got   0x40000000: |0x40000000
// TODO 8d
  unsigned long rest = value;
  for (const Name& flag : set.flags) {
    const auto bits = static_cast<unsigned long>(flag.number);
    if ((rest & bits) != bits) continue;
    if (!text.empty()) text += "|";
    text += flag.name;
    rest &= ~bits;
  }
  if (rest != 0) text += fmt::format("|{:#x}", rest);
// end of 8d
