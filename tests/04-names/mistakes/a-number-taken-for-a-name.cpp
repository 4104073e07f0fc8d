// fails: 4c
// says: a-number-for-a-name
// TODO 4c
  for (const Name& entry : syscall_table(Abi::native)) {
    if (entry.name == name || std::to_string(entry.number) == name) {
      return entry.number;
    }
  }
// end of 4c
