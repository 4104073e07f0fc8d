// fails: 4d
// says: nothing
// The rarest of the four.
// TODO 4d
  if (is_error(*result)) {
    const long error = -*result;
    for (const auto& restart : restarts) {
      if (restart.number == error && error != 513) {
        return fmt::format("? {}", restart.text);
      }
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
