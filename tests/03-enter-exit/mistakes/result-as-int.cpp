// fails: 3a
// says: result-cut-to-int
// A result is a long: an address does not fit into an int.
// TODO 3a
  if (!thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args, {}, {}};
    thread.entered = Clock::now();
  } else {
    const int result = registers.result;
    thread.call.result = result;
    thread.call.time = Clock::now() - thread.entered;
    report(thread.call);
  }
  thread.inside = !thread.inside;
// end of 3a
