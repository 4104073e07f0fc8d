// fails: 5a
// says: time-not-added-up
// TODO 5a
  if (!call.result) return;
  Row& row = rows_[{call.abi, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
  row.time = std::max(row.time, call.time);
// end of 5a
