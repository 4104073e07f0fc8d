// TODO 3a
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.call.result = registers.result;
  report(thread.call);
// end of 3a
// TODO 3b
// end of 3b
// TODO 3d
// end of 3d
// TODO 3b
    const bool at_syscall = true;
// end of 3b
// TODO 3c
      signal = 0;
// end of 3c
