// fails: 4a
// says: one-table-for-all
// What the one table does not have is looked for in the other.
// TODO 4a
  for (const Abi each : {abi, Abi::native, Abi::compat32}) {
    for (const Name& entry : syscall_table(each)) {
      if (entry.number == number) return entry.name;
    }
  }
// end of 4a
