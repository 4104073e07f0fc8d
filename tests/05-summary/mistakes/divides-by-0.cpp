// fails: 5d
// says: divides-by-0
// on: x86_64
// Before 5e the last line has no calls.
// TODO 5d
  const long each = row.time.count() / row.calls / 1000;
  return fmt::format(
      "{:6.2f} {:11.6f} {:11} {:9} {:>9} {}\n", share, seconds(row.time), each,
      row.calls, row.errors == 0 ? "" : fmt::format("{}", row.errors), name);
// end of 5d
// TODO 5e
// end of 5e
