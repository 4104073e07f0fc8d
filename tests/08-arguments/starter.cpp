// TODO 8a
// end of 8a
// TODO 8b
// end of 8b
// TODO 8c
  text = bytes;
// end of 8c
// TODO 8d
  text = fmt::format("{:#x}", value);
// end of 8d
// TODO 8e
  return fmt::format("{:#x}", address);
// end of 8e
// TODO 8f
  if (moment == Moment::entry) return text;
  for (const Argument& argument : arguments_of(call)) {
    if (!text.empty()) text += ", ";
    text += argument.kind->text(argument);
  }
// end of 8f
