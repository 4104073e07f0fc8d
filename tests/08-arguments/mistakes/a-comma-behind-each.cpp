// fails: 8f
// says: a-comma-too-many
// TODO 8f
  Moment now = Moment::entry;  // of what has been passed
  for (const Argument& argument : arguments_of(call)) {
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (now == moment) text += argument.kind->text(argument) + ", ";
    if (!argument.kind->addition) continue;
    now = Moment::exit;
    if (now == moment) text += argument.kind->addition(argument);
  }
// end of 8f
