// fails: 4d
// says: wrong-bounds
// TODO 4d
  if (*result < 0 && *result >= -4096) {
    const long error = -*result;
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
