// Two calls by the old way of x86, where the same numbers mean other calls: 20
// is getpid (and 64-bit writev), 64 is getppid (and 64-bit semget).
#include "nolibc.hpp"

#if defined(__x86_64__)
long old_syscall(long number) {
  long result;
  asm volatile("int $0x80" : "=a"(result) : "a"(number) : "memory");
  return result;
}
#endif

int tracee_main(int, char**) {
#if defined(__x86_64__)
  raw_syscall(SYS_getuid);
  const long pid = old_syscall(20);
  old_syscall(64);
  return pid == raw_syscall(SYS_getpid) ? 0 : 1;
#else
  return 77;
#endif
}
