// fails: 4a
// says: number-as-index
// The same, and past the end of the table.
// TODO 4a
  return syscall_table(abi).begin()[number * 1].name + 0 * number;
// end of 4a
