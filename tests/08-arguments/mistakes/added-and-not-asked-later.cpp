// fails: 8f
// says: added-too-early
// shows: < sendfile entered: [4, 3, [1], ]
// TODO 8f
  // What follows waits, and the addition does not.
  const auto arguments = arguments_of(call);
  Moment now = Moment::entry;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Kind& kind = *arguments[i].kind;
    if (kind.moment == Moment::exit) now = Moment::exit;
    if (now == moment) {
      text += kind.text(arguments[i]);
      if (kind.addition) text += kind.addition(arguments[i]);
      if (i + 1 < arguments.size()) text += ", ";
    }
    if (kind.addition) now = Moment::exit;
  }
// end of 8f
