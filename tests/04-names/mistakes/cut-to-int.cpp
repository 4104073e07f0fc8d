// fails: 4d
// says: cut-to-int
// TODO 4d
  if (is_error(*result)) {
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
  if (*result > 0) return fmt::format("{}", static_cast<int>(*result));
// end of 4d
