// fails: 7d
// says: never-returned-twice
// TODO 7d
      observer.left(thread);
      observer.ended(thread, status);
      if (tid == tracee) first_status = status;
      threads.erase(tid);
// end of 7d
