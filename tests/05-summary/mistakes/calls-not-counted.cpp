// fails: 5a
// says: calls-not-counted
// TODO 5a
  if (!call.result) return;
  Row& row = rows_[{call.abi, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  row.time += call.time;
// end of 5a
