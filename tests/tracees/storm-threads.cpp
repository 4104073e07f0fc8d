// Four threads with 250 getppid and 250 getuid each, and a signal every
// millisecond for whichever of them.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  static Stack stacks[4];
  on_signal(SIGALRM, [](int) {});
  alarm_in(1000, 1000);
  for (Stack& stack : stacks) {
    start_by_clone(
        as_thread, stack.end(),
        [](long) -> long {
          for (int i = 0; i < 250; ++i) {
            raw_syscall(SYS_getppid);
            raw_syscall(SYS_getuid);
          }
          return 0;
        },
        0);
  }
  leave_thread(0);
}
