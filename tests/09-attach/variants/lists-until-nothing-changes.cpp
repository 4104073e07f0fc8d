// TODO 9b
  for (std::vector<pid_t> seen; how.children;) {
    const std::vector<pid_t> now = threads_of(pid);
    if (now == seen) break;
    for (const pid_t tid : now) {
      if (!threads.contains(tid) && attach_thread(tid, how)) {
        threads.emplace(tid, Thread{tid});
      }
    }
    seen = now;
  }
// end of 9b
