// fails: 3a
// says: kept-for-all
// A tracer of one tracee could keep it so.
// TODO 3a
static bool inside = false;
if (!inside) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.entered = Clock::now();
} else {
  thread.call.result = registers.result;
  thread.call.time = Clock::now() - thread.entered;
  report(thread.call);
}
inside = !inside;
thread.inside = inside;
// end of 3a
