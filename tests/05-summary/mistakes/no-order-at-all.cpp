// fails: 5c
// says: no-order-at-all
// Right for every row whose number is higher than those before it.
// TODO 5c
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.time > b.time || a.number < b.number;
  });
// end of 5c
