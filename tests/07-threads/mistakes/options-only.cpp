// fails: 7b
// says: waits-for-one
// The kernel is asked, and nobody listens.
// TODO 7b
  if (how.children) {
    options |= PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
  }
// end of 7b
// TODO 7b
    const pid_t tid = waitpid(tracee, &status, __WALL);
    if (tid == -1 && errno == EINTR) continue;
    if (tid == -1) fail("waitpid");
// end of 7b
