// fails: 5b
// says: wrong-bounds
// Only what has a name: -4095 has none, and -512 has none either.
// TODO 5b
  if (call.result.value_or(0) >= -133 && call.result.value_or(0) < 0) ++rows_[{call.abi, call.number}].errors;
// end of 5b
