// fails: 8f
// says: asked-again
// TODO 8f
  // At the exit the whole line, less what it begins with at the entry.
  Moment now = Moment::entry;
  bool first = true;
  std::size_t front = 0;
  for (const Argument& argument : arguments_of(call)) {
    if (!first && now == Moment::entry) front = text.size() + 2;
    if (!first && (now == moment || moment == Moment::exit)) text += ", ";
    first = false;
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (now == moment || moment == Moment::exit) {
      text += argument.kind->text(argument);
    }
    if (now == Moment::entry) front = text.size();
    if (!argument.kind->addition) continue;
    now = Moment::exit;
    if (now == moment) text += argument.kind->addition(argument);
  }
  if (moment == Moment::exit) text.erase(0, front);
// end of 8f
