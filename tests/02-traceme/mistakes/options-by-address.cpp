// fails: 2a
// says: options-refused
// The address of the options, which is what ptrace takes for most other requests.
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2a
  int status = wait_for(child);
  if (WIFSTOPPED(status) &&
      ptrace(PTRACE_SETOPTIONS, child, nullptr, &tracee_options) == -1) {
    fail("ptrace");
  }
// end of 2a
