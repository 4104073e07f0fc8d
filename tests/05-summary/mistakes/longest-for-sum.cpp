// fails: 5e
// says: nothing
// TODO 5e
  for (const Row& row : rows) {
    sum.calls += row.calls;
    sum.errors += row.errors;
    sum.time = std::max(sum.time, row.time);
  }
// end of 5e
