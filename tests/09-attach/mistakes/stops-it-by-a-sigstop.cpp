// fails: 9a
// says: nothing
// Seized it is; but what makes it stop is a signal that it gets.
// TODO 9a
  const long options = follow_options(how) & ~PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SEIZE, tid, nullptr, options) == -1) return false;
  return kill(tid, SIGSTOP) == 0;
// end of 9a
