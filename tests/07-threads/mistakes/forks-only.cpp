// fails: 7b
// says: one-way-of-starting-forgotten
// TODO 7b
  if (how.children) options |= PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
// end of 7b
