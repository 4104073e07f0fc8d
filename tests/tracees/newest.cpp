// Calls whose numbers come after the gap in the table, and one well inside it.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  raw_syscall(SYS_clone3, 0, 0);  // -EINVAL
  raw_syscall(SYS_close_range, 90, 99, 0);
  raw_syscall(SYS_openat2, 0, 0, 0, 0);  // -EINVAL
  raw_syscall(SYS_getrandom, 0, 0, 0);
  raw_syscall(SYS_statx, 0, 0, 0, 0, 0);  // fails
  raw_syscall(SYS_getcwd, 0, 0);          // -ERANGE
  return 0;
}
