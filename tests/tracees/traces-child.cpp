// A tracer itself: its child asks to be traced, stops, and is let go on.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  const long child = start_by_clone(
      as_process, nullptr,
      [](long) -> long {
        if (raw_syscall(SYS_ptrace, 0 /* PTRACE_TRACEME */, 0, 0, 0) != 0) {
          return 1;
        }
        signal_myself(SIGSTOP);
        return 4;
      },
      0);
  int status = wait_for_child(child);
  if ((status & 0xff) != 0x7f) {
    print("somebody traces it already\n");
    return 1;
  }
  raw_syscall(SYS_ptrace, 7 /* PTRACE_CONT */, child, 0, 0);
  status = wait_for_child(child);
  print(status == 4 << 8 ? "traced to its end\n" : "lost\n");
  return 0;
}
