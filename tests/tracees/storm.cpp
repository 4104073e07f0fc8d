// 1000 getppid and 1000 getuid, with a signal half a millisecond after the last
// one was handled and a call was made since: the handler does not ask for it
// itself, for on a slow machine nothing else would be done.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  static volatile bool handled;
  on_signal(SIGALRM, [](int) { handled = true; });
  alarm_in(500);
  for (int i = 0; i < 1000; ++i) {
    raw_syscall(SYS_getppid);
    raw_syscall(SYS_getuid);
    if (handled) {
      handled = false;
      alarm_in(500);
    }
  }
  alarm_in(0);
  return 0;
}
