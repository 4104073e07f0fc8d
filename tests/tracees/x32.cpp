// getpid under its number of the x32 ABI: the same call, 0x40000000 higher.
// Says what the kernel answers.
#include "nolibc.hpp"

int tracee_main(int, char**) {
#if defined(__x86_64__)
  const long result = raw_syscall(0x40000000 + SYS_getpid);
  print(result == -1 ? "EPERM\n" : result == -38 ? "ENOSYS\n" : "it worked\n");
  return 0;
#else
  return 77;
#endif
}
