// A child in the parent's memory: while it makes its three calls, the parent is
// inside clone. All happens in one order, and in no other. The child ends with
// status 5, or by the signal whose number is given.
#include "nolibc.hpp"

int tracee_main(int argc, char** argv) {
  static Stack stack;
  const long child = start_by_clone(
      same_memory | and_wait | as_process, stack.end(),
      [](long signal) -> long {
        raw_syscall(SYS_getppid);
        raw_syscall(SYS_close, 99);
        raw_syscall(SYS_getppid);
        if (signal != 0) signal_myself(static_cast<int>(signal));
        return 5;
      },
      argc > 1 ? number_in(argv[1]) : 0);
  raw_syscall(SYS_getuid);
  wait_for_child(child);
  return 0;
}
