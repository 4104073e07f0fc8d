// fails: 3a
// says: reads-the-result-at-entry
// Reports at the exit what was read at the entry.
// TODO 3a
  if (!thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args,
                   registers.result, {}};
    thread.entered = Clock::now();
  } else {
    thread.call.time = Clock::now() - thread.entered;
    report(thread.call);
  }
  thread.inside = !thread.inside;
// end of 3a
