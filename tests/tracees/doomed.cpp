// Makes calls without end, until its child kills it: the tracer finds it gone
// at a moment when it believed it stopped.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  const long parent = raw_syscall(SYS_getpid);
  const long child = raw_syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
  if (child == 0) {
    sleep_for(5);
    raw_syscall(SYS_kill, parent, SIGKILL);
    return 0;
  }
  for (;;) {
    raw_syscall(SYS_getppid);
    signal_myself(SIGWINCH);
  }
}
