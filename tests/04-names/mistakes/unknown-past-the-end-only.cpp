// fails: 4b
// says: nothing
// And what of the gaps?
// TODO 4b
  if (number > syscall_table(Abi::native).back().number || number < 0) {
    return fmt::format("syscall_{:#x}", static_cast<unsigned long>(number));
  }
  return "unknown";
// end of 4b
