// The arguments are cut in two where the first one waits.
// TODO 8f
  const auto arguments = arguments_of(call);
  std::size_t waits = 0;
  while (waits < arguments.size() &&
         arguments[waits].kind->moment == Moment::entry &&
         (waits == 0 || !arguments[waits - 1].kind->addition)) {
    ++waits;
  }
  const auto separator = [&](std::size_t i) {
    return i + 1 < arguments.size() ? ", " : "";
  };
  const auto addition = [&](std::size_t i) {
    return arguments[i].kind->addition ? arguments[i].kind->addition(arguments[i])
                                       : "";
  };
  const bool added = waits > 0 && arguments[waits - 1].kind->addition;
  if (moment == Moment::entry) {
    for (std::size_t i = 0; i < waits; ++i) {
      text += arguments[i].kind->text(arguments[i]);
      if (i + 1 < waits || !added) text += separator(i);
    }
    return text;
  }
  if (added) text += addition(waits - 1) + separator(waits - 1);
  for (std::size_t i = waits; i < arguments.size(); ++i) {
    text += arguments[i].kind->text(arguments[i]) + addition(i) + separator(i);
  }
// end of 8f
