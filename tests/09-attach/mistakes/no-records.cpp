// fails: 9b
// says: attached-without-a-record
// TODO 9b
  if (how.children) {
    for (const pid_t tid : threads_of(pid)) attach_thread(tid, how);
  }
// end of 9b
