// fails: 5b
// says: any-negative
// TODO 5b
  if (call.result.value_or(0) < 0) ++rows_[{call.abi, call.number}].errors;
// end of 5b
