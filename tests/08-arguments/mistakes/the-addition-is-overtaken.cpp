// fails: 8f
// says: the-addition-is-overtaken
// shows: got   sendfile entered: [4, 3, [1], 100]
// TODO 8f
  // The addition makes nothing wait.
  Moment now = Moment::entry;
  bool first = true;
  for (const Argument& argument : arguments_of(call)) {
    if (!first && now == moment) text += ", ";
    first = false;
    if (argument.kind->moment == Moment::exit) now = Moment::exit;
    if (now == moment) text += argument.kind->text(argument);
    if (argument.kind->addition && moment == Moment::exit) {
      text += argument.kind->addition(argument);
    }
  }
// end of 8f
