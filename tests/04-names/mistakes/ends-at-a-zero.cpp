// fails: 4c
// says: ends-at-a-zero
// TODO 4c
  const std::string text(name);
  for (const Name& entry : syscall_table(Abi::native)) {
    if (strcmp(entry.name, text.c_str()) == 0) return entry.number;
  }
// end of 4c
