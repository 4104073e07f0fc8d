// fails: 4a
// says: first-or-last-missed
// One entry is never looked at.
// TODO 4a
  const auto table = syscall_table(abi);
  for (std::size_t i = 1; i < table.size(); ++i) {
    if (table[i].number == number) return table[i].name;
  }
// end of 4a
