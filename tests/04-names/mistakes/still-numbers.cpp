// fails: 4a
// says: still-numbers
// Compares the entry's place with the number, and starts at the wrong end.
// TODO 4a
  for (const Name& entry : syscall_table(abi)) {
    if (entry.number == -number) return entry.name;
  }
// end of 4a
