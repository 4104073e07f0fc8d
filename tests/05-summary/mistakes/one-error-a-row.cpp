// fails: 5b
// says: one-error-a-row
// TODO 5b
  if (is_error(call.result.value_or(0))) {
    rows_[{call.abi, call.number}].errors = 1;
  }
// end of 5b
