// 5000 getppid and 5000 getuid, with a signal every 2 milliseconds.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  on_signal(SIGALRM, [](int) {});
  alarm_in(2000, 2000);
  for (int i = 0; i < 5000; ++i) {
    raw_syscall(SYS_getppid);
    raw_syscall(SYS_getuid);
  }
  alarm_in(0);
  return 0;
}
