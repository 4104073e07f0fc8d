// fails: 5e
// says: rows-for-errors
// Rows with errors are counted, not their errors.
// TODO 5e
  for (const Row& row : rows) {
    sum.calls += row.calls;
    if (row.errors > 0) ++sum.errors;
    sum.time += row.time;
  }
// end of 5e
