// fails: 4b
// says: no-prefix
// TODO 4b
  return fmt::format("syscall_{:x}", static_cast<unsigned long>(number));
// end of 4b
