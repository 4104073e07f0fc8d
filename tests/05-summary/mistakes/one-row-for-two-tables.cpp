// fails: 5a
// says: one-table-for-all
// TODO 5a
  if (!call.result) return;
  Row& row = rows_[{Abi::native, call.number}];
  row.abi = call.abi;
  row.number = call.number;
  ++row.calls;
  row.time += call.time;
// end of 5a
// TODO 5b
  if (is_error(call.result.value_or(0))) {
    ++rows_[{Abi::native, call.number}].errors;
  }
// end of 5b
