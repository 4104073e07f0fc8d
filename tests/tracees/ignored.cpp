// Sends itself a signal that is ignored, between calls: a stop of its own kind.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  raw_syscall(SYS_getppid);
  signal_myself(SIGWINCH);
  raw_syscall(SYS_getppid);
  raw_syscall(SYS_getuid);
  return 0;
}
