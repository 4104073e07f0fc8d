// fails: 5d
// says: cut-to-microseconds
// TODO 5d
  const long each = row.calls == 0 ? 0 : row.time.count() / row.calls / 1000;
  return fmt::format(
      "{:6.2f} {:11.6f} {:11} {:9} {:>9} {}\n", share, static_cast<double>(row.time.count() / 1000) / 1e6, each,
      row.calls, row.errors == 0 ? "" : fmt::format("{}", row.errors), name);
// end of 5d
