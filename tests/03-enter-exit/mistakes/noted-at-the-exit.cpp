// fails: 3a
// says: arguments-read-at-exit
// All of a call is noted when it is over, when an execve has replaced its
// arguments.
// TODO 3a
if (!thread.inside) {
  thread.entered = Clock::now();
} else {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.call.result = registers.result;
  thread.call.time = Clock::now() - thread.entered;
  report(thread.call);
}
thread.inside = !thread.inside;
// end of 3a
