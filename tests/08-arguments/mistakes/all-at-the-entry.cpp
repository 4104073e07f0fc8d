// fails: 8f
// says: too-early
// TODO 8f
  if (moment == Moment::exit) return text;
  for (const Argument& argument : arguments_of(call)) {
    if (!text.empty()) text += ", ";
    text += argument.kind->text(argument);
  }
// end of 8f
