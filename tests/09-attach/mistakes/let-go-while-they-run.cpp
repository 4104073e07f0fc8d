// fails: 9c
// says: let-go-while-it-runs
// TODO 9c
  for (const auto& [tid, thread] : threads) {
    request(PTRACE_DETACH, tid, 0);
    observer.detached(thread);
  }
  threads.clear();
// end of 9c
