// fails: 8f
// says: no-comma-behind-the-addition
// TODO 8f
  // A comma comes at the moment of its argument's kind, and an addition has none.
  const auto arguments = arguments_of(call);
  Moment now = Moment::entry;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Kind& kind = *arguments[i].kind;
    if (kind.moment == Moment::exit) now = Moment::exit;
    if (now == moment) {
      text += kind.text(arguments[i]);
      if (i + 1 < arguments.size() && !kind.addition) text += ", ";
    }
    if (!kind.addition) continue;
    now = Moment::exit;
    if (now == moment) text += kind.addition(arguments[i]);
  }
// end of 8f
