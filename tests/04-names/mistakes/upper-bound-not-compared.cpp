// fails: 4a
// says: nearest-for-equal
// The last entry that is not above it.
// TODO 4a
  const char* name = nullptr;
  for (const Name& entry : syscall_table(abi)) {
    if (entry.number <= number) name = entry.name;
  }
  if (name) return name;
// end of 4a
