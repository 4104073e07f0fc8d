// fails: 4b
// says: upper-case
// TODO 4b
  return fmt::format("syscall_{:#X}", static_cast<unsigned long>(number));
// end of 4b
