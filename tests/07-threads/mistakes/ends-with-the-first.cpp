// fails: 7d
// says: ends-with-the-first
// TODO 7d
      never_returned(thread, observer);
      observer.ended(thread, status);
      if (tid == tracee) return status;
      threads.erase(tid);
// end of 7d
