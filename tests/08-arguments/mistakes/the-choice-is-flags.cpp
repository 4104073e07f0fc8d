// fails: 8d
// says: read-only-is-no-flag
// TODO 8d
  const auto add = [&](const std::string& part) {
    text += (text.empty() ? "" : "|") + part;
  };
  unsigned long rest = value & ~set.choice;
  rest = value;
  for (const Name& name : set.choices) {
    const auto bits = static_cast<unsigned long>(name.number);
    if ((value & bits) != bits) continue;
    add(name.name);
    rest &= ~bits;
  }
  for (const Name& flag : set.flags) {
    const auto bits = static_cast<unsigned long>(flag.number);
    if (bits == 0 ? value == 0 && text.empty() : (rest & bits) == bits) {
      add(flag.name);
      rest &= ~bits;
    }
  }
  if (text.empty() && rest != 0) {
    return fmt::format("{:#x} /* {} */", rest, set.unknown);
  }
  if (rest != 0) add(fmt::format("{:#x}", rest));
  if (text.empty()) text = "0";
// end of 8d
