// fails: 5d
// says: seconds-for-nanoseconds
// TODO 5d
  const long each = row.calls == 0
                        ? 0
                        : static_cast<long>(seconds(row.time) * 1e6 / row.calls);
  return fmt::format("{:6.2f} {:11.6f} {:11} {:9} {:>9} {}\n", share,
                     seconds(row.time), each, row.calls,
                     row.errors == 0 ? "" : fmt::format("{}", row.errors), name);
// end of 5d
