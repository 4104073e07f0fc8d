// fails: 9a
// says: refused-and-followed
// TODO 9a
  ptrace(PTRACE_SEIZE, tid, nullptr, follow_options(how) & ~PTRACE_O_EXITKILL);
  ptrace(PTRACE_INTERRUPT, tid, nullptr, nullptr);
  return true;
// end of 9a
