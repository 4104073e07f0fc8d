// fails: 8f
// says: all-at-the-exit
// TODO 8f
  if (moment == Moment::entry) return text;
  for (const Argument& argument : arguments_of(call)) {
    if (!text.empty()) text += ", ";
    text += argument.kind->text(argument);
    if (argument.kind->addition) text += argument.kind->addition(argument);
  }
// end of 8f
