// fails: 8f
// says: no-comma-between-the-two
// shows: got   read entered: [3]
// TODO 8f
  Moment now = Moment::entry;
  for (const Argument& argument : arguments_of(call)) {
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (now == moment && !text.empty()) text += ", ";
    if (now == moment) text += argument.kind->text(argument);
    if (!argument.kind->addition) continue;
    now = Moment::exit;
    if (now == moment) text += argument.kind->addition(argument);
  }
// end of 8f
