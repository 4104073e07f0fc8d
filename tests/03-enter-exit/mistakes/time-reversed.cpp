// fails: 3a
// says: time-reversed
// TODO 3a
  if (!thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args, {}, {}};
    thread.entered = Clock::now();
  } else {
    thread.call.result = registers.result;
    thread.call.time = thread.entered - Clock::now();
    report(thread.call);
  }
  thread.inside = !thread.inside;
// end of 3a
