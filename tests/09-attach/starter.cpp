// TODO 9a
  errno = ENOSYS;  // nothing is done yet
  return false;
// end of 9a
// TODO 9b
// end of 9b
// TODO 9c
  for (const auto& [tid, thread] : threads) {
    request(PTRACE_DETACH, tid, 0);
    observer.detached(thread);
  }
  threads.clear();
// end of 9c
// TODO 9d
    request(PTRACE_DETACH, tid, 0);
    observer.detached(thread);
// end of 9d
// TODO 9e
  return Refusal::unknown;
// end of 9e
