// fails: 5e
// says: nothing
// An average where a sum was meant.
// TODO 5e
  for (const Row& row : rows) {
    sum.calls += row.calls;
    sum.errors += row.errors;
    sum.time += row.time;
  }
  sum.calls /= sum.calls;
// end of 5e
