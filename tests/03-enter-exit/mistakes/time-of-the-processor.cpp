// fails: 3a
// says: nothing
// The time that the tracer itself computes.
// TODO 3a
if (!thread.inside) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.entered = Clock::time_point(std::chrono::nanoseconds(clock() * 1000));
} else {
  thread.call.result = registers.result;
  thread.call.time = std::chrono::nanoseconds(clock() * 1000) -
                     thread.entered.time_since_epoch();
  report(thread.call);
}
thread.inside = !thread.inside;
// end of 3a
