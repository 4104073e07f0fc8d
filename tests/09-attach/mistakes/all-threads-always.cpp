// fails: 9b
// says: all-threads-unasked
// TODO 9b
  for (bool again = true; again;) {
    again = false;
    for (const pid_t tid : threads_of(pid)) {
      if (threads.contains(tid) || !attach_thread(tid, how)) continue;
      threads.try_emplace(tid, Thread{tid});
      again = true;
    }
  }
// end of 9b
