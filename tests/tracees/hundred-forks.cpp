// A hundred times a child that forks and is gone at once; the grandchild, which
// may begin when its parent is no more, makes one getuid.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  for (int i = 0; i < 100; ++i) {
    const long child = start_by_clone(
        as_process, nullptr,
        [](long) -> long {
          const long grandchild = start_by_clone(
              as_process, nullptr,
              [](long) -> long { return raw_syscall(SYS_getuid) * 0; }, 0);
          leave(grandchild > 0 ? 1 : 0);
        },
        0);
    wait_for_child(child);
  }
  return 0;
}
