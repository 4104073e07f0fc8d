// Linux tells a tracer of all its tracees, with __WALL or without; and the errors
// are looked at in another order.
// TODO 7b
  if (how.children) {
    for (const long option :
         {PTRACE_O_TRACEFORK, PTRACE_O_TRACEVFORK, PTRACE_O_TRACECLONE}) {
      options |= option;
    }
  }
// end of 7b
// TODO 7b
    pid_t tid = 0;
    do {
      tid = waitpid(-1, &status, 0);
    } while (tid == -1 && errno == EINTR);
    if (tid == -1) {
      if (errno != ECHILD) fail("waitpid");
      break;
    }
// end of 7b
