// fails: 5c
// says: sorted-by-time-per-call
// TODO 5c
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    const auto left = a.time / a.calls;
    const auto right = b.time / b.calls;
    return left != right ? left > right : a.number < b.number;
  });
// end of 5c
