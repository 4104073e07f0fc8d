// fails: 5c
// says: equal-times
// TODO 5c
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.time != b.time ? a.time > b.time : a.number > b.number;
  });
// end of 5c
