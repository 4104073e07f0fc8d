// fails: 3a
// says: number-read-at-exit
// TODO 3a
if (!thread.inside) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.entered = Clock::now();
} else {
  thread.call.number = registers.number;
  thread.call.result = registers.result;
  thread.call.time = Clock::now() - thread.entered;
  report(thread.call);
}
thread.inside = !thread.inside;
// end of 3a
