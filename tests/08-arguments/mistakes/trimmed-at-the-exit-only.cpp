// fails: 8f
// says: a-comma-too-many
// shows: got   close entered: [7, ]
// TODO 8f
  Moment now = Moment::entry;
  for (const Argument& argument : arguments_of(call)) {
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (now == moment) text += argument.kind->text(argument);
    if (argument.kind->addition) now = Moment::exit;
    if (argument.kind->addition && now == moment) {
      text += argument.kind->addition(argument);
    }
    if (now == moment) text += ", ";
  }
  if (moment == Moment::exit && text.size() >= 2) text.resize(text.size() - 2);
// end of 8f
