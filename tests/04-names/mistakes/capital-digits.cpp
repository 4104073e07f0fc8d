// fails: 4b
// says: upper-case
// 999 has a letter in base 16.
// TODO 4b
  return fmt::format("syscall_0x{:X}", static_cast<unsigned long>(number));
// end of 4b
