// fails: 4a
// says: number-as-index
// Right up to 334, and then the table has a gap.
// TODO 4a
  const auto table = syscall_table(abi);
  if (number >= 0 && number < static_cast<long>(table.size())) {
    return table[static_cast<std::size_t>(number)].name;
  }
// end of 4a
