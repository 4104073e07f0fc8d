// 1000 threads, one after the other: each makes one getppid.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  static Stack stack;
  for (int i = 0; i < 1000; ++i) {
    start_by_clone(
        as_thread | and_wait, stack.end(),
        [](long) -> long {
          raw_syscall(SYS_getppid);
          return 0;
        },
        0);
  }
  return 0;
}
