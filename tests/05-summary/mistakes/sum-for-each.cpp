// fails: 5d
// says: sum-for-each
// TODO 5d
  return fmt::format(
      "{:6.2f} {:11.6f} {:11} {:9} {:>9} {}\n", share, seconds(row.time),
      row.time.count() / 1000, row.calls,
      row.errors == 0 ? "" : fmt::format("{}", row.errors), name);
// end of 5d
