// 200 threads at once. Each makes one getppid, waits in read until all are
// there, and makes another.
#include "nolibc.hpp"

static int pipe_ends[2];

int tracee_main(int, char**) {
  static Stack stacks[200];
  raw_syscall(SYS_pipe2, address(pipe_ends), 0);
  for (Stack& stack : stacks) {
    start_by_clone(
        as_thread, stack.end(),
        [](long) -> long {
          raw_syscall(SYS_getppid);
          char byte;
          raw_syscall(SYS_read, pipe_ends[0], address(&byte), 1);
          raw_syscall(SYS_getppid);
          return 0;
        },
        0);
  }
  raw_syscall(SYS_close, pipe_ends[1]);  // the end of the file, for all of them
  leave_thread(0);
}
