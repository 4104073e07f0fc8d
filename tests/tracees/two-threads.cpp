// Two threads with three calls each: getppid, close and getppid. The first
// thread leaves by itself; the process ends with the last.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  static Stack stacks[2];
  for (Stack& stack : stacks) {
    start_by_clone(
        as_thread, stack.end(),
        [](long) -> long {
          raw_syscall(SYS_getppid);
          raw_syscall(SYS_close, 99);
          raw_syscall(SYS_getppid);
          return 0;
        },
        0);
  }
  leave_thread(0);
}
