// fails: 4c
// says: zero-for-none
// TODO 4c
  long number = 0;
  for (const Name& entry : syscall_table(Abi::native)) {
    if (entry.name == name) number = entry.number;
  }
  return number;
// end of 4c
