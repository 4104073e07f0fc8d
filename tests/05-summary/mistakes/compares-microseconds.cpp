// fails: 5c
// says: cut-before-compared
// TODO 5c
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    const auto left = a.time.count() / 1000;
    const auto right = b.time.count() / 1000;
    return left != right ? left > right : a.number < b.number;
  });
// end of 5c
