// fails: 9d
// says: its-last-call-is-lost
// TODO 9d
    if (stop == Stop::end) {
      observer.ended(thread, status);
    } else {
      request(PTRACE_DETACH, tid, stop == Stop::signal ? WSTOPSIG(status) : 0);
      observer.detached(thread);
    }
// end of 9d
