// fails: 3a
// says: something-of-the-last-call
// The same, with the result taken away only at the end.
// TODO 3a
  if (!thread.inside) {
    thread.call.abi = registers.abi;
    thread.call.number = registers.number;
    thread.call.args = registers.args;
    thread.entered = Clock::now();
  } else {
    thread.call.result = registers.result;
    thread.call.time = Clock::now() - thread.entered;
    report(thread.call);
  }
  thread.inside = !thread.inside;
// end of 3a
// TODO 3d
      thread.call.result.reset();
      if (thread.inside) report(thread.call);
// end of 3d
