// fails: 4d
// says: five-restarts
// 515 has the text of 516.
// TODO 4d
  if (is_error(*result)) {
    const long error = -*result;
    if (error >= 512 && error <= 516) {
      return fmt::format("? {}", restarts[error < 515 ? error - 512 : 3].text);
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
