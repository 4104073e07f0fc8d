// fails: 7d
// says: the-last-call-is-lost
// TODO 7d
      observer.ended(thread, status);
      if (tid == tracee) first_status = status;
      threads.erase(tid);
// end of 7d
// TODO 7d
// end of 7d
