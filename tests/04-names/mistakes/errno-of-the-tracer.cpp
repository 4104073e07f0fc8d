// fails: 4d
// says: error-of-the-tracer
// TODO 4d
  if (is_error(*result)) {
    for (const Name& entry : error_table()) {
      if (entry.number == EPERM) {
        return fmt::format("-1 {} ({})", entry.name, strerror(EPERM));
      }
    }
  }
// end of 4d
