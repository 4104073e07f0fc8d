// fails: 9d
// says: swallows-the-signal
// TODO 9d
    if (stop == Stop::end) {
      if (thread.inside) observer.left(thread);
      observer.ended(thread, status);
    } else {
      request(PTRACE_DETACH, tid, 0);
      observer.detached(thread);
    }
// end of 9d
