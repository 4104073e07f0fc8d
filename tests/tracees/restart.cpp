// Four calls that a signal interrupts, each of which the kernel goes on with in
// a way of its own (signal(7)): the handler has SA_RESTART, then not, then the
// signal is ignored, and then it is a handler for which nothing is restarted.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  int pipe[2];
  raw_syscall(SYS_pipe2, address(pipe), 0);
  char byte;
  // A read that is made again after the handler: the alarm comes twice, and the
  // second time the handler writes what the read waits for.
  static int write_end;
  static int alarms;
  write_end = pipe[1];
  on_signal(
      SIGALRM,
      [](int) {
        if (++alarms == 2) raw_syscall(SYS_write, write_end, address("x"), 1);
      },
      SA_RESTART);
  alarm_in(20000, 20000);
  raw_syscall(SYS_read, pipe[0], address(&byte), 1);
  alarm_in(0);

  // A sleep that an ignored signal interrupts goes on by restart_syscall.
  on_signal(SIGALRM, SIG_IGN);
  alarm_in(20000);
  sleep_for(60);

  // A wait for signals ends with the first that has a handler.
  on_signal(SIGALRM, [](int) {});
  alarm_in(20000);
  const unsigned long none = 0;
  raw_syscall(SYS_rt_sigsuspend, address(&none), 8);
  return 0;
}
