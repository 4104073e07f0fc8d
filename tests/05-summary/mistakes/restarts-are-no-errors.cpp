// fails: 5b
// says: restarts-left-out
// TODO 5b
  const bool restart = call.result.value_or(0) <= -512 && call.result.value_or(0) >= -516;
  if (is_error(call.result.value_or(0)) && !restart) ++rows_[{call.abi, call.number}].errors;
// end of 5b
