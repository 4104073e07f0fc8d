// fails: 3a
// says: kept-for-all
// TODO 3a
static Clock::time_point entered;
if (!thread.inside) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  entered = Clock::now();
} else {
  thread.call.result = registers.result;
  thread.call.time = Clock::now() - entered;
  report(thread.call);
}
thread.inside = !thread.inside;
// end of 3a
