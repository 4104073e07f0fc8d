// fails: 4a
// says: number-as-index
// The table is asked for its size, one too late.
// TODO 4a
  const auto table = syscall_table(abi);
  if (number > static_cast<long>(table.size())) {
    return fmt::format("syscall_{:#x}", static_cast<unsigned long>(number));
  }
  if (number >= 0) return table[static_cast<std::size_t>(number)].name;
// end of 4a
