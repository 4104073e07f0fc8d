// fails: 7c
// says: one-record-for-all
// What chapter 03 had: one Thread.
// TODO 7c
    Thread& thread = threads.try_emplace(tracee, Thread{tracee}).first->second;
// end of 7c
// TODO 7d
      if (tid == tracee) {
        never_returned(thread, observer);
        observer.ended(thread, status);
        first_status = status;
        if (!how.children) break;
      }
// end of 7d
