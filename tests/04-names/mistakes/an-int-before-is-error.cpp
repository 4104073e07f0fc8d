// fails: 4d
// says: cut-to-int
// 4294967294 has the lower half of -2.
// TODO 4d
  const int error = static_cast<int>(-*result);
  if (is_error(-error)) {
    for (const auto& restart : restarts) {
      if (restart.number == error) return fmt::format("? {}", restart.text);
    }
    for (const Name& entry : error_table()) {
      if (entry.number == error) {
        return fmt::format("-1 {} ({})", entry.name,
                           strerror(static_cast<int>(error)));
      }
    }
    return fmt::format("-1 (errno {})", error);
  }
// end of 4d
