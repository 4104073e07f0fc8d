// fails: 3a
// says: nothing-reported
// thread.inside is looked at and never changed: every stop is an entry.
// TODO 3a
  if (!thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args, {}, {}};
    thread.entered = Clock::now();
  } else {
    thread.call.result = registers.result;
    thread.call.time = Clock::now() - thread.entered;
    report(thread.call);
  }
// end of 3a
