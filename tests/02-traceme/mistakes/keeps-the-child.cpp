// fails: 2b
// says: leaves-a-zombie
// Reads the errno before it waits, and throws with the child unwaited for.
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2b
    const int error = errno;
    if (write(error_pipe.ends[1], &error, sizeof error) == -1) _exit(126);
    _exit(127);
// end of 2b
// TODO 2a
  int early = 0;
  if (read(error_pipe.ends[0], &early, sizeof early) == sizeof early) {
    throw LaunchError(early, std::generic_category());
  }
  const int status = wait_for(child);
  if (WIFSIGNALED(status)) throw std::runtime_error("ended before its exec");
  if (WIFSTOPPED(status)) {
    ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
  }
// end of 2a
