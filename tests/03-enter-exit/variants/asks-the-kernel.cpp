// The kernel knows whether a stop is an entry or an exit: no flag is kept for
// that, only what is needed for the last call.
// TODO 3a
  __ptrace_syscall_info info;
  if (ptrace(PTRACE_GET_SYSCALL_INFO, thread.tid,
             reinterpret_cast<void*>(sizeof info), &info) == -1) {
    fail("ptrace");
  }
  if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
    thread.call = {};
    thread.call.abi = registers.abi;
    thread.call.number = static_cast<long>(info.entry.nr);
    for (std::size_t i = 0; i < 6; ++i) {
      thread.call.args[i] = info.entry.args[i];
    }
    thread.entered = Clock::now();
    thread.inside = true;
  } else {
    thread.call.time = Clock::now() - thread.entered;
    thread.call.result = info.exit.rval;
    thread.inside = false;
    report(thread.call);
  }
// end of 3a
// TODO 3b
  ptrace(PTRACE_SETOPTIONS, tracee, nullptr,
         PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL | PTRACE_O_TRACEEXEC);
// end of 3b
// TODO 3d
      if (thread.inside) {
        thread.inside = false;
        thread.call.result.reset();
        report(thread.call);
      }
// end of 3d
// TODO 3b
    const int stop = status >> 8;
    const bool at_syscall = stop == (SIGTRAP | 0x80);
// end of 3b
// TODO 3c
      signal = stop > 0xff ? 0 : stop;
// end of 3c
