// fails: 5e
// says: nothing
// TODO 5e
for (std::size_t i = 1; i < rows.size(); ++i) {
  sum.calls += rows[i].calls;
  sum.errors += rows[i].errors;
  sum.time += rows[i].time;
}
// end of 5e
