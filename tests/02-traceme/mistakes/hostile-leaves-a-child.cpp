// fails: 2a
// says: never-ends
// A helper that nobody ends, and that keeps the pipe open.
// TODO 2a
    if (fork() == 0) {
      setsid();
      for (;;) pause();
    }
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
// end of 2a
// TODO 2a
  wait_for(child);
// end of 2a
