// fails: 5e
// says: time-not-in-the-sum
// TODO 5e
  for (const Row& row : rows) {
    sum.calls += row.calls;
    sum.errors += row.errors;
  }
// end of 5e
