// fails: 4c
// says: part-of-a-name
// The other way round: openat2 is taken for openat, which comes first.
// TODO 4c
  for (const Name& entry : syscall_table(Abi::native)) {
    if (name.starts_with(entry.name)) return entry.number;
  }
// end of 4c
