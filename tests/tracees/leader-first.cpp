// The first thread leaves with status 3 while another goes on. That one waits
// until the kernel has told that the first is gone (set_tid_address(2)), and
// makes three calls more.
#include "nolibc.hpp"

static volatile int leader = 1;

int tracee_main(int, char**) {
  static Stack stack;
  raw_syscall(SYS_set_tid_address, address(&leader));
  start_by_clone(
      as_thread, stack.end(),
      [](long) -> long {
        while (leader != 0) {
        }
        for (int i = 0; i < 3; ++i) raw_syscall(SYS_getppid);
        return 3;
      },
      0);
  leave_thread(3);
}
