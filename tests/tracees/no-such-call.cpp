// Calls of which the kernel says that it has none: one that it gave up, and one
// beyond its table. Where something says another error for it, there is no use
// in this one: 77.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  raw_syscall(SYS_getuid);
  const bool none = raw_syscall(SYS_nfsservctl) == -38;
  const bool beyond = raw_syscall(999) == -38;
  raw_syscall(SYS_getgid);
  return none && beyond ? 0 : 77;
}
