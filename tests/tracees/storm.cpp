// 1000 getppid and 1000 getuid, with a signal again and again: the next one
// half a millisecond after the last was handled, so that something is done
// between them however slow it is.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  on_signal(SIGALRM, [](int) { alarm_in(500); });
  alarm_in(500);
  for (int i = 0; i < 1000; ++i) {
    raw_syscall(SYS_getppid);
    raw_syscall(SYS_getuid);
  }
  alarm_in(0);
  return 0;
}
