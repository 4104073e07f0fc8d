// fails: 4a
// says: cut-to-int
// TODO 4a
  const int wanted = static_cast<int>(number);
  for (const Name& entry : syscall_table(abi)) {
    if (entry.number == wanted) return entry.name;
  }
// end of 4a
