// Nine system calls, each of whose results tells one wrong answer from another:
// openat fails with -2, close with -9 and setsid with -1 (EPERM).
#include "nolibc.hpp"

int tracee_main(int, char**) {
  open_file("/dev/null");      // a descriptor
  open_file("/no/such/file");  // -ENOENT
  open_file("/no/such/file");  // -ENOENT
  print("hello\n");            // 6
  raw_syscall(SYS_getpid);     // cannot fail
  raw_syscall(SYS_close, 99);  // -EBADF
  raw_syscall(SYS_setsid);     // 1: the leader of a session of its own,
  raw_syscall(SYS_setsid);     // -EPERM: and cannot become it again
  return 0;                    // exit_group
}
