// fails: 2a
// says: nothing
// A helper that nobody ends, and that keeps the pipe open.
// TODO 2a
    if (fork() == 0) {
      setsid();
      for (;;) pause();
    }
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2a
  wait_for(child);
// end of 2a
