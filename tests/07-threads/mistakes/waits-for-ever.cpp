// fails: 7b
// says: never-ends
// Whatever waitpid says, it waits again, also when nobody is left.
// TODO 7b
  if (how.children) {
    options |= PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
  }
// end of 7b
// TODO 7b
    const pid_t tid = waitpid(-1, &status, __WALL);
    if (tid == -1) continue;
// end of 7b
