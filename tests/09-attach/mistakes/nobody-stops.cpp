// fails: 9a
// says: waits-for-ever
// TODO 9a
  return ptrace(PTRACE_SEIZE, tid, nullptr,
                follow_options(how) & ~PTRACE_O_EXITKILL) == 0;
// end of 9a
