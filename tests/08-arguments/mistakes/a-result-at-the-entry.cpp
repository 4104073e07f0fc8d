// fails: 8f
// says: nothing
// shows: Assertion
// TODO 8f
  // There is none yet.
  const bool failed = *call.result < 0;
  for (const Argument& argument : arguments_of(call)) {
    if (argument.kind->moment != moment) continue;
    if (failed && moment == Moment::exit) break;
    if (!text.empty()) text += ", ";
    text += argument.kind->text(argument);
  }
// end of 8f
