// 1000 getppid and 1000 getuid, with a signal every millisecond.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  on_signal(SIGALRM, [](int) {});
  alarm_in(1000, 1000);
  for (int i = 0; i < 1000; ++i) {
    raw_syscall(SYS_getppid);
    raw_syscall(SYS_getuid);
  }
  alarm_in(0);
  return 0;
}
