// fails: 3a
// says: reported-at-entry
// Reports at the entry, with no result, as if no call returned.
// TODO 3a
if (!thread.inside) {
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.entered = Clock::now();
  report(thread.call);
}
thread.inside = !thread.inside;
// end of 3a
