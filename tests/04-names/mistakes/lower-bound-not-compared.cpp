// fails: 4a
// says: nearest-for-equal
// The first entry that is not below the number need not be the number's.
// TODO 4a
  const auto table = syscall_table(abi);
  const auto found = std::lower_bound(
      table.begin(), table.end(), number,
      [](const Name& entry, long wanted) { return entry.number < wanted; });
  if (found != table.end()) return found->name;
// end of 4a
