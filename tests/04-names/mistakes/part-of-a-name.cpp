// fails: 4c
// says: part-of-a-name
// open would find openat, or the other way round.
// TODO 4c
  for (const Name& entry : syscall_table(Abi::native)) {
    if (std::string_view(entry.name).find(name) == 0) return entry.number;
  }
// end of 4c
