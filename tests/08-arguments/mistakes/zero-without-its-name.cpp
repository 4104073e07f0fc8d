// fails: 8d
// says: zero-has-a-name
// TODO 8d
  const auto add = [&](const std::string& part) {
    text += (text.empty() ? "" : "|") + part;
  };
  unsigned long rest = value & ~set.choice;
  const auto chosen = std::find_if(
      set.choices.begin(), set.choices.end(), [&](const Name& name) {
        return static_cast<unsigned long>(name.number) == (value & set.choice);
      });
  if (chosen != set.choices.end()) {
    add(chosen->name);
  } else {
    rest = value;
  }
  for (const Name& flag : set.flags) {
    const auto bits = static_cast<unsigned long>(flag.number);
    if (bits != 0 && (rest & bits) == bits) {
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
