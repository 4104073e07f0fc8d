// fails: 7d
// says: a-killed-thread-ends-all
// TODO 7d
      never_returned(thread, observer);
      observer.ended(thread, status);
      if (WIFSIGNALED(status)) return status;
      if (tid == tracee) first_status = status;
      threads.erase(tid);
// end of 7d
