// fails: 8f
// says: asked-too-early
// shows: got   killed by SIGABRT
// TODO 8f
  // Each is asked, and who is not due is thrown away.
  Moment now = Moment::entry;
  bool first = true;
  for (const Argument& argument : arguments_of(call)) {
    if (!first && now == moment) text += ", ";
    first = false;
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    const std::string its = argument.kind->text(argument);
    if (now == moment) text += its;
    if (!argument.kind->addition) continue;
    now = Moment::exit;
    if (now == moment) text += argument.kind->addition(argument);
  }
// end of 8f
