// fails: 3a
// says: prints-at-both-stops
// Keeps track, and reports all the same at each stop.
// TODO 3a
  if (!thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args, {}, {}};
    thread.entered = Clock::now();
  } else {
    thread.call.result = registers.result;
    thread.call.time = Clock::now() - thread.entered;
  }
  report(thread.call);
  thread.inside = !thread.inside;
// end of 3a
