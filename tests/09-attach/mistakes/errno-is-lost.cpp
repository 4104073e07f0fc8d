// fails: 9a
// says: another-errno
// It cleans up, and the call that does so sets errno.
// TODO 9a
  const long options = follow_options(how) & ~PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SEIZE, tid, nullptr, options) == -1) {
    ptrace(PTRACE_DETACH, tid, nullptr, -1);
    errno = EIO;
    return false;
  }
  return ptrace(PTRACE_INTERRUPT, tid, nullptr, nullptr) == 0;
// end of 9a
