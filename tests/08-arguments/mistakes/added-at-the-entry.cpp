// fails: 8f
// says: added-too-early
// TODO 8f
  Moment now = Moment::entry;  // of what has been passed
  bool first = true;
  for (const Argument& argument : arguments_of(call)) {
    if (!first && now == moment) text += ", ";
    first = false;
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (now == moment) text += argument.kind->text(argument);
    if (!argument.kind->addition || now != moment) continue;
    text += argument.kind->addition(argument);
  }
// end of 8f
