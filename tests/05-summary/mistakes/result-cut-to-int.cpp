// fails: 5b
// says: cut-to-int
// 4294967294 has the lower half of -2.
// TODO 5b
  const int result = static_cast<int>(call.result.value_or(0));
  if (is_error(result)) ++rows_[{call.abi, call.number}].errors;
// end of 5b
