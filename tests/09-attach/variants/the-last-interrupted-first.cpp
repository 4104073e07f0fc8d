// TODO 9c
  for (auto one = threads.rbegin(); one != threads.rend(); ++one) {
    if (ptrace(PTRACE_INTERRUPT, one->first, nullptr, nullptr) == -1 &&
        errno != ESRCH) {
      fail("ptrace");
    }
  }
// end of 9c
