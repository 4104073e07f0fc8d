// fails: 8f
// says: told-twice
// TODO 8f
  Moment now = Moment::entry;  // of what has been passed
  bool first = true;
  for (const Argument& argument : arguments_of(call)) {
    if (!first && now == moment) text += ", ";
    first = false;
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (now == moment || moment == Moment::exit) {
      text += argument.kind->text(argument);
    }
    if (!argument.kind->addition) continue;
    now = Moment::exit;
    if (now == moment) text += argument.kind->addition(argument);
  }
// end of 8f
