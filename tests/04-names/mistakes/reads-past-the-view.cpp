// fails: 4c
// says: reads-past-the-view
// TODO 4c
  for (const Name& entry : syscall_table(Abi::native)) {
    if (strcmp(entry.name, name.data()) == 0) return entry.number;
  }
// end of 4c
