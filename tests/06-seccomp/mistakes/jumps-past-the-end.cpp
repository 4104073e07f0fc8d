// fails: 6b
// says: not-a-program
// Counts the answer, and its own place, too.
// TODO 6b
  for (const long number : numbers) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 2));
    filter.push_back(answer(action));
  }
// end of 6b
