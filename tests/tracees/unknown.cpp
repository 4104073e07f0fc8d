// Calls that the kernel does not have, beyond the table and in its gaps.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  raw_syscall(999);
  raw_syscall(500);
  raw_syscall(100000);
  raw_syscall(SYS_getpid);
  return 0;
}
