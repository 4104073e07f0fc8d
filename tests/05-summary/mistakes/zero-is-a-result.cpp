// fails: 5a
// says: zero-is-a-result
// Asks the result, where the optional was meant.
// TODO 5a
  if (!call.result.value_or(0)) return;
  Row& row = rows_[{call.abi, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
  row.time += call.time;
// end of 5a
