// fails: 5e
// says: errors-not-in-the-sum
// TODO 5e
  for (const Row& row : rows) {
    sum.calls += row.calls;
    sum.time += row.time;
  }
// end of 5e
