// fails: 4d
// says: error-as-index
// TODO 4d
  if (is_error(*result)) {
    const long error = -*result;
    for (const auto& restart : restarts) {
      if (restart.number == error) return fmt::format("? {}", restart.text);
    }
    const auto table = error_table();
    if (error <= static_cast<long>(table.size())) {
      return fmt::format("-1 {} ({})",
                         table[static_cast<std::size_t>(error - 1)].name,
                         strerror(static_cast<int>(error)));
    }
    return fmt::format("-1 (errno {})", error);
  }
// end of 4d
