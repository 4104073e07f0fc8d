// fails: 3a
// says: another-unit
// TODO 3a
if (!thread.inside) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.entered = Clock::now();
} else {
  thread.call.result = registers.result;
  thread.call.time = std::chrono::nanoseconds(
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() -
                                                            thread.entered)
          .count());
  report(thread.call);
}
thread.inside = !thread.inside;
// end of 3a
