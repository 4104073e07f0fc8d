// fails: 4b
// says: cut-to-int
// TODO 4b
  return fmt::format("syscall_{:#x}", static_cast<unsigned>(number));
// end of 4b
