// fails: 4c
// says: one-table-for-all
// on: x86_64
// TODO 4c
  for (const Abi abi : {Abi::native, Abi::compat32}) {
    for (const Name& entry : syscall_table(abi)) {
      if (entry.name == name) return entry.number;
    }
  }
// end of 4c
