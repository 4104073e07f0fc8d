// TODO 4a
// end of 4a
// TODO 4b
  return fmt::format("syscall {}", number);
// end of 4b
// TODO 4c
// end of 4c
// TODO 4d
// end of 4d
