// fails: 3a
// says: prints-at-both-stops
// The starter itself: each stop is taken for a call.
// TODO 3a
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.call.result = registers.result;
  report(thread.call);
// end of 3a
