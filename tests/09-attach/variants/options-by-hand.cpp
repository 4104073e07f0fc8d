// TODO 9a
  long options =
      PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC | PTRACE_O_TRACEEXIT;
  if (how.children) {
    options |= PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
  }
  if (ptrace(PTRACE_SEIZE, tid, nullptr, options) == -1) return false;
  // ESRCH: it is gone, and waitpid will say so.
  ptrace(PTRACE_INTERRUPT, tid, nullptr, nullptr);
  return true;
// end of 9a
