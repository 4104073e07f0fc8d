// fails: 6b
// says: refuses-too-much
// The jump is taken when it should not be.
// TODO 6b
  for (const long number : numbers) {
    filter.push_back(skip_if_equal(static_cast<unsigned>(number), 1));
    filter.push_back(answer(action));
  }
// end of 6b
