// Numbers whose upper half is not what the kernel looks at: getpid, and the two
// negative ones.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  const long pid = raw_syscall((7L << 32) + SYS_getpid);
  const long none = raw_syscall(0xffffffffL);
  const long least = raw_syscall(0x80000000L);
  return pid > 0 && none == -38 && least == -38 ? 0 : 1;
}
