// fails: 9a
// says: attached-by-a-signal
// As it was done before Linux 3.4.
// TODO 9a
  if (!how.children && ptrace(PTRACE_ATTACH, tid, nullptr, nullptr) == 0) {
    return true;
  }
  return ptrace(PTRACE_SEIZE, tid, nullptr,
                follow_options(how) & ~PTRACE_O_EXITKILL) == 0;
// end of 9a
