// fails: 4c
// says: index-for-number
// TODO 4c
  const auto table = syscall_table(Abi::native);
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].name == name) return static_cast<long>(i);
  }
// end of 4c
