// fails: 4a
// says: the-other-table
// on: x86_64
// TODO 4a
  const Abi other = abi == Abi::native ? Abi::compat32 : Abi::native;
  for (const Name& entry : syscall_table(other)) {
    if (entry.number == number) return entry.name;
  }
// end of 4a
