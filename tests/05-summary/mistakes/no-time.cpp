// fails: 5a
// says: no-time
// TODO 5a
  if (!call.result) return;
  Row& row = rows_[{call.abi, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
// end of 5a
