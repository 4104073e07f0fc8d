// fails: 4c
// says: first-or-last-missed
// TODO 4c
  const auto table = syscall_table(Abi::native);
  for (std::size_t i = 1; i < table.size(); ++i) {
    if (table[i].name == name) return table[i].number;
  }
// end of 4c
