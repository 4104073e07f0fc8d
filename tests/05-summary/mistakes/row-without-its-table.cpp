// fails: 5a
// says: row-without-its-table
// TODO 5a
  if (!call.result) return;
  Row& row = rows_[{call.abi, call.number}];
  row.number = call.number;
  ++row.calls;
  row.time += call.time;
// end of 5a
