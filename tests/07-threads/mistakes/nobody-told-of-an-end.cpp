// fails: 7d
// says: nobody-told-of-an-end
// TODO 7d
      never_returned(thread, observer);
      if (tid == tracee) first_status = status;
      threads.erase(tid);
// end of 7d
