// fails: 8f
// says: asked-too-early
// shows: sendfile entered, asked for: 1, 2, 3, addition of 3 too early
// TODO 8f
  Moment now = Moment::entry;
  bool first = true;
  for (const Argument& argument : arguments_of(call)) {
    if (!first && now == moment) text += ", ";
    first = false;
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (now == moment) text += argument.kind->text(argument);
    if (!argument.kind->addition) continue;
    now = Moment::exit;
    const std::string addition = argument.kind->addition(argument);
    if (now == moment) text += addition;
  }
// end of 8f
