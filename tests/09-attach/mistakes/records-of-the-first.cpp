// fails: 9b
// says: nothing
// TODO 9b
  for (bool again = how.children; again;) {
    again = false;
    for (const pid_t tid : threads_of(pid)) {
      if (threads.contains(tid) || !attach_thread(tid, how)) continue;
      threads.try_emplace(tid, Thread{pid});
      again = true;
    }
  }
// end of 9b
