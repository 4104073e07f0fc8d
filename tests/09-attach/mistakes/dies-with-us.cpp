// fails: 9a
// says: dies-with-its-tracer
// TODO 9a
  if (ptrace(PTRACE_SEIZE, tid, nullptr, follow_options(how)) == -1) {
    return false;
  }
  return ptrace(PTRACE_INTERRUPT, tid, nullptr, nullptr) == 0;
// end of 9a
