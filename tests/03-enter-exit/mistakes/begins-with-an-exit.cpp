// fails: 3a
// says: begins-with-an-exit
// The flag is read the wrong way round.
// TODO 3a
  if (thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args, {}, {}};
    thread.entered = Clock::now();
  } else {
    thread.call.result = registers.result;
    report(thread.call);
  }
  thread.inside = !thread.inside;
// end of 3a
