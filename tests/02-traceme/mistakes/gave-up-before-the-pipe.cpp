// fails: 2a
// says: gave-up-before-the-pipe
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2a
  const int status = wait_for(child);
  if (!WIFSTOPPED(status)) throw std::runtime_error("ended before its exec");
  ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
// end of 2a
