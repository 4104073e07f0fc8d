// fails: 4b
// says: a-sign-in-base-16
// TODO 4b
  return fmt::format("syscall_{:#x}", number);
// end of 4b
