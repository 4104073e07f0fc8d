// fails: 5e
// says: rows-for-calls
// TODO 5e
  for (const Row& row : rows) {
    ++sum.calls;
    sum.errors += row.errors;
    sum.time += row.time;
  }
// end of 5e
