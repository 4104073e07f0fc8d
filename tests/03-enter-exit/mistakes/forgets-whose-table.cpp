// fails: 3a
// says: one-table-for-all
// on: x86_64
// Every number is taken for one of the 64-bit table.
// TODO 3a
  if (!thread.inside) {
    thread.call = {Abi::native, registers.number, registers.args, {}, {}};
    thread.entered = Clock::now();
  } else {
    thread.call.result = registers.result;
    thread.call.time = Clock::now() - thread.entered;
    report(thread.call);
  }
  thread.inside = !thread.inside;
// end of 3a
