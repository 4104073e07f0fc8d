// fails: 5b
// says: wrong-bounds
// TODO 5b
  if (call.result.value_or(0) > -4095 && call.result.value_or(0) < 0) ++rows_[{call.abi, call.number}].errors;
// end of 5b
