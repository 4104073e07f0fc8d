// The first thread is inside clone until the second is gone, and that one ends
// the process: with exit_group, or by the signal whose number is given.
#include "nolibc.hpp"

int tracee_main(int argc, char** argv) {
  static Stack stack;
  start_by_clone(
      as_thread | and_wait, stack.end(),
      [](long signal) -> long {
        raw_syscall(SYS_getppid);
        if (signal == 0) leave(7);
        signal_myself(static_cast<int>(signal));
        return 0;
      },
      argc > 1 ? number_in(argv[1]) : 0);
  print("not reached\n");
  return 0;
}
