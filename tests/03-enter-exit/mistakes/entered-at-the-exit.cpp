// fails: 3a
// says: time-since-the-last-call
// TODO 3a
if (!thread.inside) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
} else {
  thread.call.result = registers.result;
  thread.call.time = Clock::now() - thread.entered;
  report(thread.call);
  thread.entered = Clock::now();
}
thread.inside = !thread.inside;
// end of 3a
