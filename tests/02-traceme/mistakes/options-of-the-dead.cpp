// fails: 2a
// says: options-of-the-dead
// Sets options whatever the status says, and looks at what ptrace says.
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2a
  const int status = wait_for(child);
  if (WIFSIGNALED(status)) throw std::runtime_error("ended before its exec");
  if (ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options) == -1) {
    fail("ptrace");
  }
// end of 2a
