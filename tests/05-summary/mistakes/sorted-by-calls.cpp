// fails: 5c
// says: sorted-by-calls
// TODO 5c
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.calls != b.calls ? a.calls > b.calls : a.number < b.number;
  });
// end of 5c
