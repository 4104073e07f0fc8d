// fails: 6b
// says: only-the-last
// One answer for all, and a number that is equal falls on the next.
// TODO 6b
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    filter.push_back(skip_unless_equal(static_cast<unsigned>(numbers[i]),
                                       i + 1 == numbers.size() ? 1 : 0));
  }
  if (!numbers.empty()) filter.push_back(answer(action));
// end of 6b
