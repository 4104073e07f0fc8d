// fails: 3a
// says: a-clock-that-can-be-set
// system_clock is the clock on the wall: whoever sets it, sets it for us too.
// TODO 3a
  static std::chrono::system_clock::time_point entered;
  if (!thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args, {}, {}};
    entered = std::chrono::system_clock::now();
  } else {
    thread.call.result = registers.result;
    thread.call.time = std::chrono::system_clock::now() - entered;
    report(thread.call);
  }
  thread.inside = !thread.inside;
// end of 3a
