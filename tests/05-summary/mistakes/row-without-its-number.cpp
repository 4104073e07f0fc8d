// fails: 5a
// says: row-without-its-number
// rows_ knows the number of a row, the row itself does not.
// TODO 5a
  if (!call.result) return;
  Row& row = rows_[{call.abi, call.number}];
  ++row.calls;
  row.time += call.time;
// end of 5a
