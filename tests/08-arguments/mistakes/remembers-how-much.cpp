// fails: 8f
// says: asked-again
// TODO 8f
  // Fails when what was told is not as long any more, and for two threads.
  static std::size_t told = 0;
  bool waits = false;
  bool first = true;
  for (const Argument& argument : arguments_of(call)) {
    if (!first) text += ", ";
    first = false;
    waits = waits || argument.kind->moment == Moment::exit;
    if (waits && moment == Moment::entry) break;
    text += argument.kind->text(argument);
    if (!argument.kind->addition) continue;
    waits = true;
    if (moment == Moment::entry) break;
    text += argument.kind->addition(argument);
  }
  if (moment == Moment::entry) {
    told = text.size();
  } else {
    text.erase(0, told);
  }
// end of 8f
