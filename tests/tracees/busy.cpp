// Twenty thousand calls, as fast as it can: for the benchmark.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  for (int i = 0; i < 20000; ++i) raw_syscall(SYS_getppid);
  return 0;
}
