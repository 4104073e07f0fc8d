// fails: 3a
// says: takes-38-for-an-entry
// on: x86_64
// What the result's register has at an entry, a call can also give.
// TODO 3a
if (registers.result == -38) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.entered = Clock::now();
} else {
  thread.call.result = registers.result;
  thread.call.time = Clock::now() - thread.entered;
  report(thread.call);
}
thread.inside = registers.result == -38;
// end of 3a
