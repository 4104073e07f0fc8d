// fails: 5c
// says: equal-times
// In a small table the equals stay where they are: that is luck.
// TODO 5c
  std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.time > b.time; });
// end of 5c
