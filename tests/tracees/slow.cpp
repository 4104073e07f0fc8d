// Sleeps for 30 ms in one call and makes a hundred quick ones.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  for (int i = 0; i < 100; ++i) raw_syscall(SYS_getppid);
  sleep_for(30);
  raw_syscall(SYS_close, 99);
  return 0;
}
