// fails: 3a
// says: reads-the-result-at-entry
// Once a call, but at the wrong one of its two stops.
// TODO 3a
  if (!thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args, {}, {}};
    thread.call.result = registers.result;
    report(thread.call);
  }
  thread.inside = !thread.inside;
// end of 3a
