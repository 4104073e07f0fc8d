// Signals of several kinds reach it, by kill, by tgkill and from a timer, and a
// handler is called for each.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  on_signal(SIGUSR1, [](int) {});
  on_signal(SIGUSR2, [](int) {});
  on_signal(SIGALRM, [](int) {});
  const long self = raw_syscall(SYS_getpid);
  raw_syscall(SYS_kill, self, SIGUSR1);
  raw_syscall(SYS_tgkill, self, self, SIGUSR2);
  // The alarm waits until it is waited for.
  const unsigned long alarm = 1UL << (SIGALRM - 1);
  raw_syscall(SYS_rt_sigprocmask, SIG_BLOCK, address(&alarm), 0, 8);
  alarm_in(1000);
  const unsigned long none = 0;
  raw_syscall(SYS_rt_sigsuspend, address(&none), 8);
  return 0;
}
