// fails: 5a
// says: one-table-for-all
// The number alone, as if there were one table of them.
// TODO 5a
  if (!call.result) return;
  Row& row = rows_[{Abi::native, call.number}];
  row.number = call.number;
  ++row.calls;
  row.time += call.time;
// end of 5a
