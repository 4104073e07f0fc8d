// fails: 4c
// says: a-number-for-a-name
// The other way round of 4b, and not what was asked for.
// TODO 4c
  for (const Name& entry : syscall_table(Abi::native)) {
    if (entry.name == name) return entry.number;
  }
  const std::string text(name);
  long number = 0;
  if (sscanf(text.c_str(), "syscall_0x%lx", &number) == 1) return number;
// end of 4c
