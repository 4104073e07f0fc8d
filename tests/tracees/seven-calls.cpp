// Seven system calls, two of which fail, and one that never returns.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  open_file("/dev/null");                            // 3
  open_file("/no/such/file");                        // -ENOENT
  open_file("/no/such/file");                        // -ENOENT
  raw_syscall(SYS_write, 1, address("hello\n"), 6);  // 6
  raw_syscall(SYS_getpid);
  raw_syscall(SYS_close, 3);  // 0
  return 0;                   // exit_group
}
