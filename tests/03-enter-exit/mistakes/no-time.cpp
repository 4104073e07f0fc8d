// fails: 3a
// says: no-time
// TODO 3a
  if (!thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  } else {
    thread.call.result = registers.result;
    report(thread.call);
  }
  thread.inside = !thread.inside;
// end of 3a
