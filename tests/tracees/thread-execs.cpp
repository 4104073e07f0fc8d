// thread-execs blocked|busy|gone COMMAND: a thread that is not the leader makes
// an exec, while the leader is blocked in a call (its clone), makes calls, or
// is gone.
#include "nolibc.hpp"

static volatile int leader = 1;
static char** command;

static long execs(long when_gone) {
  while (when_gone != 0 && leader != 0) {
  }
  char* none = nullptr;
  raw_syscall(SYS_execve, address(command[0]), address(command),
              address(&none));
  leave(99);
}

int tracee_main(int argc, char** argv) {
  static Stack stack;
  if (argc < 3) return 2;
  command = argv + 2;
  if (same(argv[1], "blocked")) {
    start_by_clone(as_thread | and_wait, stack.end(), execs, 0);
  } else if (same(argv[1], "busy")) {
    start_by_clone(as_thread, stack.end(), execs, 0);
    for (;;) raw_syscall(SYS_getppid);
  } else if (same(argv[1], "itself")) {
    static int ends[2];
    raw_syscall(SYS_pipe2, address(ends), 0);
    start_by_clone(
        as_thread, stack.end(),
        [](long) -> long {
          char byte;
          return raw_syscall(SYS_read, ends[0], address(&byte), 1);
        },
        0);
    execs(0);
  } else {
    raw_syscall(SYS_set_tid_address, address(&leader));
    start_by_clone(as_thread, stack.end(), execs, 1);
    leave_thread(0);
  }
  return 98;
}
