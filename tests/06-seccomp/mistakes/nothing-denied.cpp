// fails: 6b
// says: nothing-denied
// The list is gone through, and nothing answers.
// TODO 6b
  for (const long number : numbers) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 0));
  }
// end of 6b
