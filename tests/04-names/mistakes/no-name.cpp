// fails: 4d
// says: half-of-an-error
// TODO 4d
  if (is_error(*result)) {
    const long error = -*result;
    for (const auto& restart : restarts) {
      if (restart.number == error) return fmt::format("? {}", restart.text);
    }
    if (error <= error_table().back().number) {
      return fmt::format("-1 ({})", strerror(static_cast<int>(error)));
    }
    return fmt::format("-1 (errno {})", error);
  }
// end of 4d
