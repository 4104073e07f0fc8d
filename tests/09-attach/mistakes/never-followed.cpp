// fails: 9a
// says: nothing
// Attached to, and let go at once.
// TODO 9a
  const long options = follow_options(how) & ~PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SEIZE, tid, nullptr, options) == -1) return false;
  ptrace(PTRACE_INTERRUPT, tid, nullptr, nullptr);
  waitpid(tid, nullptr, __WALL);
  return ptrace(PTRACE_DETACH, tid, nullptr, nullptr) == 0;
// end of 9a
