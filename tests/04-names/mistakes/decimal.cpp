// fails: 4b
// says: decimal
// TODO 4b
  return fmt::format("syscall_{}", number);
// end of 4b
