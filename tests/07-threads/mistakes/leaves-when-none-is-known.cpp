// fails: 7d
// says: leaves-when-none-is-known
// TODO 7d
      never_returned(thread, observer);
      observer.ended(thread, status);
      if (tid == tracee) first_status = status;
      threads.erase(tid);
      if (threads.empty()) break;
// end of 7d
