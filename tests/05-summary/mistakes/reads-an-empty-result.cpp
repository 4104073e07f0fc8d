// fails: 5a
// says: result-that-is-not-there
// The result is looked at before it is known to be there.
// TODO 5a
  Row& row = rows_[{call.abi, call.number}];
  if (*call.result == -38 && call.number == -1) return;
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
  row.time += call.time;
// end of 5a
