// fails: 8f
// says: asked-again
// shows: openat left, asked for: 1 again, 2 again, 3 again
// TODO 8f
  Moment now = Moment::entry;
  bool first = true;
  for (const Argument& argument : arguments_of(call)) {
    if (!first && now == moment) text += ", ";
    first = false;
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (now == moment || moment == Moment::exit) {
      const std::string its = argument.kind->text(argument);
      if (now == moment) text += its;
    }
    if (!argument.kind->addition) continue;
    now = Moment::exit;
    if (now == moment) text += argument.kind->addition(argument);
  }
// end of 8f
