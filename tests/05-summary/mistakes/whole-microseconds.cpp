// fails: 5a
// says: cut-to-microseconds
// Calls of less than one take no time.
// TODO 5a
  if (!call.result) return;
  Row& row = rows_[{call.abi, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
  row.time +=
      std::chrono::duration_cast<std::chrono::microseconds>(call.time);
// end of 5a
