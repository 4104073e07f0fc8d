// fails: 4a
// says: nothing
// on: x86_64
// Only one table is asked, and of the other nothing is said.
// TODO 4a
  if (abi == Abi::native) {
    for (const Name& entry : syscall_table(abi)) {
      if (entry.number == number) return entry.name;
    }
  }
// end of 4a
