// fails: 8f
// says: overtaken
// TODO 8f
  for (const Argument& argument : arguments_of(call)) {
    if (argument.kind->moment != moment) continue;
    if (!text.empty()) text += ", ";
    text += argument.kind->text(argument);
  }
// end of 8f
