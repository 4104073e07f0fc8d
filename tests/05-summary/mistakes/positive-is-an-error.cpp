// fails: 5b
// says: positive-is-an-error
// The sign is the wrong way round. (write, getpid and close tell it from others.)
// TODO 5b
  if (call.result.value_or(0) > 0) ++rows_[{call.abi, call.number}].errors;
// end of 5b
