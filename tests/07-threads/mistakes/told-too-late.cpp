// fails: 7d
// says: told-when-the-last-has-left
// The event at which a thread is about to end is not used.
// TODO 7d
      never_returned(thread, observer);
      observer.ended(thread, status);
      if (tid == tracee) first_status = status;
      threads.erase(tid);
// end of 7d
// TODO 7d
// end of 7d
