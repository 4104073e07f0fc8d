// fails: 5b
// says: errors-equal-calls
// TODO 5b
  if (call.result) ++rows_[{call.abi, call.number}].errors;
// end of 5b
