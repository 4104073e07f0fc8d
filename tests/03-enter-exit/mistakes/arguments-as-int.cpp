// fails: 3a
// says: argument-cut-to-int
// TODO 3a
if (!thread.inside) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  for (unsigned long& arg : thread.call.args) arg = static_cast<unsigned>(arg);
  thread.entered = Clock::now();
} else {
  thread.call.result = registers.result;
  thread.call.time = Clock::now() - thread.entered;
  report(thread.call);
}
thread.inside = !thread.inside;
// end of 3a
