// fails: 9a
// says: seized-without-options
// TODO 9a
  if (ptrace(PTRACE_SEIZE, tid, nullptr, nullptr) == -1) return false;
  return ptrace(PTRACE_INTERRUPT, tid, nullptr, nullptr) == 0;
// end of 9a
