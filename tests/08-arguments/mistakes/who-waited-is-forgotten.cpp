// fails: 8f
// says: who-waited-is-forgotten
// shows: got   read left: ["/etc", ]
// TODO 8f
  const auto arguments = arguments_of(call);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Kind& kind = *arguments[i].kind;
    if (moment == Moment::entry && kind.moment == Moment::exit) break;
    if (kind.moment != moment) continue;
    text += kind.text(arguments[i]);
    if (i + 1 < arguments.size()) text += ", ";
  }
// end of 8f
