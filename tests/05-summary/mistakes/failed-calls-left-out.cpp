// fails: 5a
// says: failed-calls-left-out
// A call that failed has returned, too.
// TODO 5a
  if (!call.result || is_error(*call.result)) return;
  Row& row = rows_[{call.abi, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
  row.time += call.time;
// end of 5a
// TODO 5b
// end of 5b
