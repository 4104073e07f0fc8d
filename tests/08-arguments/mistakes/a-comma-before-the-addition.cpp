// fails: 8f
// says: the-comma-before-the-addition
// TODO 8f
  const auto arguments = arguments_of(call);
  Moment now = Moment::entry;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Kind& kind = *arguments[i].kind;
    if (kind.moment == Moment::exit) now = Moment::exit;
    if (now == moment) text += kind.text(arguments[i]);
    if (now == moment && i + 1 < arguments.size()) text += ", ";
    if (!kind.addition) continue;
    now = Moment::exit;
    if (now == moment) text += kind.addition(arguments[i]);
  }
// end of 8f
