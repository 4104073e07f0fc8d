// fails: 3a
// says: time-since-the-first-call
// TODO 3a
if (!thread.inside) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  if (thread.entered == Clock::time_point{}) thread.entered = Clock::now();
} else {
  thread.call.result = registers.result;
  thread.call.time = Clock::now() - thread.entered;
  report(thread.call);
}
thread.inside = !thread.inside;
// end of 3a
