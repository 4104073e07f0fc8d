// fails: 4a
// says: nearest-for-equal
// And nothing is there behind the last.
// TODO 4a
  const auto table = syscall_table(abi);
  return std::lower_bound(table.begin(), table.end(), number,
                          [](const Name& entry, long wanted) {
                            return entry.number < wanted;
                          })
      ->name;
// end of 4a
