// fails: 3a
// says: time-cut
// TODO 3a
  if (!thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args, {}, {}};
    thread.entered = Clock::now();
  } else {
    thread.call.result = registers.result;
    thread.call.time = std::chrono::duration_cast<std::chrono::milliseconds>(
        Clock::now() - thread.entered);
    report(thread.call);
  }
  thread.inside = !thread.inside;
// end of 3a
