// fails: 6b
// says: number-0-forgotten
// 0 is no end, and no "none": it is a call.
// TODO 6b
  for (const long number : numbers) {
    if (number == 0) continue;
    filter.push_back(skip_unless_equal(static_cast<unsigned>(number), 1));
    filter.push_back(answer(action));
  }
// end of 6b
