// fails: 5b
// says: nothing-fails
// errno is the tracer's own: -1 is looked for as in a C program, and the reason
// where libc leaves it. Nothing of the tracee's ever gets there.
// TODO 5b
  if (call.result.value_or(0) == -1 && errno == EPERM) {
    ++rows_[{call.abi, call.number}].errors;
  }
// end of 5b
