// fails: 5a
// says: counts-what-never-returned
// TODO 5a
  Row& row = rows_[{call.abi, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
  row.time += call.time;
// end of 5a
// TODO 5b
  if (call.result && is_error(call.result.value_or(0))) ++rows_[{call.abi, call.number}].errors;
// end of 5b
