// fails: 5a
// says: rows-for-calls
// TODO 5a
  if (!call.result) return;
  Row& row = rows_[{call.abi, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  row.calls = 1;
  row.time += call.time;
// end of 5a
