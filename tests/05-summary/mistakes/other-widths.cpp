// fails: 5d
// says: other-widths
// Tabs look right until a number grows.
// TODO 5d
  const long each = row.calls == 0 ? 0 : row.time.count() / row.calls / 1000;
  return fmt::format("{:.2f}\t{:.6f}\t{}\t{}\t{}\t{}\n", share,
                     seconds(row.time), each, row.calls,
                     row.errors == 0 ? "" : fmt::format("{}", row.errors), name);
// end of 5d
