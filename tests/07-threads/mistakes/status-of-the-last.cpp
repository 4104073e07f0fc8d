// fails: 7d
// says: the-status-of-the-last
// TODO 7d
      never_returned(thread, observer);
      observer.ended(thread, status);
      first_status = status;
      threads.erase(tid);
// end of 7d
