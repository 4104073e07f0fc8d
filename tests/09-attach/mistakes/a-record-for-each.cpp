// fails: 9b
// says: a-record-of-nobody
// TODO 9b
  for (bool again = how.children; again;) {
    again = false;
    for (const pid_t tid : threads_of(pid)) {
      if (threads.contains(tid)) continue;
      attach_thread(tid, how);
      threads.try_emplace(tid, Thread{tid});
      again = true;
    }
  }
// end of 9b
