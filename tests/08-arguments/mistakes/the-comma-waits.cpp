// fails: 8f
// says: a-comma-on-the-wrong-side
// TODO 8f
  Moment now = Moment::entry;
  bool first = true;
  for (const Argument& argument : arguments_of(call)) {
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (!first && now == moment) text += ", ";
    first = false;
    if (now == moment) text += argument.kind->text(argument);
    if (!argument.kind->addition) continue;
    now = Moment::exit;
    if (now == moment) text += argument.kind->addition(argument);
  }
// end of 8f
