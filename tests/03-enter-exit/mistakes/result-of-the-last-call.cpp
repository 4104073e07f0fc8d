// fails: 3a
// says: something-of-the-last-call
// Sets one member after the other, and leaves the result as it was.
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
