// fails: 5b
// says: only-minus-one
// libc gives -1 and puts the reason into errno; the kernel gives -errno.
// TODO 5b
  if (call.result.value_or(0) == -1) ++rows_[{call.abi, call.number}].errors;
// end of 5b
