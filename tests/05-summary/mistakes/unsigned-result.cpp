// fails: 5b
// says: nothing-fails
// An unsigned number is never below 0.
// TODO 5b
  const unsigned long result = static_cast<unsigned long>(call.result.value_or(0));
  if (result <= 0) ++rows_[{call.abi, call.number}].errors;
// end of 5b
