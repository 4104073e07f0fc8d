// fails: 9b
// says: the-taken-is-an-error
// TODO 9b
  for (bool again = how.children; again;) {
    again = false;
    for (const pid_t tid : threads_of(pid)) {
      if (threads.contains(tid)) continue;
      if (!attach_thread(tid, how)) {
        if (errno == ESRCH) continue;
        fail("ptrace");
      }
      threads.try_emplace(tid, Thread{tid});
      again = true;
    }
  }
// end of 9b
