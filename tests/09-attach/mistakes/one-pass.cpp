// fails: 9b
// says: one-pass
// TODO 9b
  if (how.children) {
    for (const pid_t tid : threads_of(pid)) {
      if (threads.contains(tid) || !attach_thread(tid, how)) continue;
      threads.try_emplace(tid, Thread{tid});
    }
  }
// end of 9b
