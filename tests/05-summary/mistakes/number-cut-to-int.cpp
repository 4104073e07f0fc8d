// fails: 5a
// says: cut-to-int
// TODO 5a
  if (!call.result) return;
  const int number = static_cast<int>(call.number);
  Row& row = rows_[{call.abi, number}];
  row.abi = call.abi;
  row.number = number;
  ++row.calls;
  row.time += call.time;
// end of 5a
