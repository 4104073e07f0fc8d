// fails: 7d
// says: who-is-about-to-end-left-standing
// As at the end itself, it goes on to the next wait.
// TODO 7d
      never_returned(thread, observer);
      observer.ended(thread, status);
      if (tid == tracee) first_status = status;
      threads.erase(tid);
// end of 7d
// TODO 7d
          never_returned(thread, observer);
          continue;
// end of 7d
