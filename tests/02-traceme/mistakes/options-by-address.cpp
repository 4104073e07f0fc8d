// fails: 2a
// says: options-refused
// The address of the options, which is what ptrace takes for most other requests.
// TODO 2a
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
// end of 2a
// TODO 2a
  int status = wait_for(child);
  if (WIFSIGNALED(status)) throw std::runtime_error("ended before its exec");
  if (WIFSTOPPED(status) &&
      ptrace(PTRACE_SETOPTIONS, child, nullptr, &tracee_options) == -1) {
    fail("ptrace");
  }
// end of 2a
