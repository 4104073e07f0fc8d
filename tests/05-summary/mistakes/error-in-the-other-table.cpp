// fails: 5b
// says: error-in-the-other-table
// TODO 5b
  if (is_error(call.result.value_or(0))) {
    ++rows_[{Abi::native, call.number}].errors;
  }
// end of 5b
