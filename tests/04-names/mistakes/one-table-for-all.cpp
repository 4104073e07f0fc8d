// fails: 4a
// says: one-table-for-all
// shows: getpid: writev
// TODO 4a
  for (const Name& entry : syscall_table(Abi::native)) {
    if (entry.number == number) return entry.name;
  }
// end of 4a
