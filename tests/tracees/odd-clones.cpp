// Four children by clone3(2), each with one getuid: one that ends without a
// signal, one that is its grandparent's child, one that wants to be traced
// whoever asks, and one that wants no tracer.
#include "nolibc.hpp"

struct Arguments {  // struct clone_args of <linux/sched.h>
  unsigned long flags, pidfd, child_tid, parent_tid, exit_signal, stack,
      stack_size, tls;
};

static void child(unsigned long flags, unsigned long exit_signal, bool ours) {
  const Arguments arguments{flags, 0, 0, 0, exit_signal, 0, 0, 0};
  const long id =
      raw_syscall(SYS_clone3, address(&arguments), sizeof arguments);
  if (id == 0) {
    raw_syscall(SYS_getuid);
    leave(0);
  }
  if (ours) wait_for_child(id);
}

int tracee_main(int, char**) {
  child(0, 0, true);
  child(0x00008000 /* CLONE_PARENT */, 0, false);
  child(0x00002000 /* CLONE_PTRACE */, SIGCHLD, true);
  child(0x00800000 /* CLONE_UNTRACED */, SIGCHLD, true);
  print("done\n");
  return 0;
}
