// fails: 7b
// says: one-way-of-starting-forgotten
// TODO 7b
  if (how.children) options |= PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK;
// end of 7b
