// fails: 6b
// says: errno-without-its-action
// EPERM alone is the action 0, with 1 in its low bits.
// TODO 6b
  for (const long number : numbers) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 1));
    filter.push_back(answer(EPERM));
  }
// end of 6b
