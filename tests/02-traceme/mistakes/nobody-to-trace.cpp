// fails: 2a
// says: nobody-to-trace
// A child that did not come to its exec is no tracee.
// TODO 2a
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
// end of 2a
// TODO 2a
  const int status = wait_for(child);
  if (WIFSTOPPED(status)) {
    ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
  }
// end of 2a
