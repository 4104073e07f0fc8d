// fails: 3a
// says: never-turned-back
// inside is set at the first entry, and stays so.
// TODO 3a
if (!thread.inside) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.entered = Clock::now();
  thread.inside = true;
} else {
  thread.call.result = registers.result;
  thread.call.time = Clock::now() - thread.entered;
  report(thread.call);
}
// end of 3a
