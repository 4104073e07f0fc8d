// The child stops itself before the exec, so that the options are set early; the
// exec then comes as an event. The errno is waited for before the stop.
// TODO 2a
    if (ptrace(PTRACE_TRACEME, 0, 0, 0) == -1) is_tracee = false;
    if (is_tracee) raise(SIGSTOP);
// end of 2a
// TODO 2b
    const int reason = is_tracee ? errno : 0 - errno;
    [[maybe_unused]] const auto n =
        write(error_pipe.ends[1], &reason, sizeof reason);
    _exit(1);
// end of 2b
// TODO 2a
  int status = wait_for(child);
  if (WIFSTOPPED(status)) {
    ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
    ptrace(PTRACE_CONT, child, nullptr, nullptr);
    status = wait_for(child);
  }
  if (WIFSIGNALED(status)) throw std::runtime_error("ended too soon");
// end of 2a
// TODO 2b
  if (WIFEXITED(status)) {
    int reason = 0;
    if (read(error_pipe.ends[0], &reason, sizeof reason) > 0) {
      if (reason > 0) throw LaunchError(reason, std::generic_category());
      throw TraceError(-reason, std::generic_category());
    }
  }
// end of 2b
