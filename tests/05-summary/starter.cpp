// TODO 5d
  return fmt::format("{:18.6f} {:21} {:>9} {}\n", seconds(row.time), row.calls,
                     row.errors, name);
// end of 5d
// TODO 5c
// end of 5c
// TODO 5e
// end of 5e
// TODO 5a
// end of 5a
// TODO 5b
// end of 5b
