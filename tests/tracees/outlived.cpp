// The first process ends with status 3; its grandchild lives on until then, and
// makes three calls more.
#include "nolibc.hpp"

static int pipe_ends[2];

int tracee_main(int, char**) {
  raw_syscall(SYS_pipe2, address(pipe_ends), 0);
  start_by_clone(
      as_process, nullptr,
      [](long) -> long {
        raw_syscall(SYS_close, pipe_ends[1]);
        char byte;  // until nobody else has the other end
        raw_syscall(SYS_read, pipe_ends[0], address(&byte), 1);
        for (int i = 0; i < 3; ++i) raw_syscall(SYS_getppid);
        print("the child is done\n");
        return 0;
      },
      0);
  return 3;
}
