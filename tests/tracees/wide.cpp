// A result that fills more than 32 bits.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  const long where = 0x610000000;
  // A private page of no file, where it is wanted: MAP_PRIVATE, MAP_ANONYMOUS
  // and MAP_FIXED_NOREPLACE.
  const long page = raw_syscall(SYS_mmap, where, 4096, 1, 0x100022, -1, 0);
  raw_syscall(SYS_munmap, page, 4096);
  return page == where ? 0 : 1;
}
