// fails: 4c
// says: finds-no-name
// Two pointers are equal if they point to the same place, not if the texts are.
// TODO 4c
  for (const Name& entry : syscall_table(Abi::native)) {
    if (entry.name == name.data()) return entry.number;
  }
// end of 4c
