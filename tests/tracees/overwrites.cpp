// Two calls whose answer goes where their argument was: a path, and a time.
#include "pages.hpp"

int tracee_main(int, char**) {
  two_pages();
  put(pages, "/proc/mounts");
  raw_syscall(SYS_readlinkat, -100 /* AT_FDCWD */, address(pages),
              address(pages), 64);
  // A SIGALRM interrupts the sleep, and what is left of it is written there.
  on_signal(SIGALRM, [](int) {});
  alarm_in(10'000);
  long* const time = reinterpret_cast<long*>(pages);
  time[0] = 1000, time[1] = 7;
  raw_syscall(SYS_nanosleep, address(time), address(time));
  return 0;
}
