// fails: 9d
// says: its-end-is-not-told
// TODO 9d
    if (stop == Stop::end) {
      if (thread.inside) observer.left(thread);
    } else {
      request(PTRACE_DETACH, tid, stop == Stop::signal ? WSTOPSIG(status) : 0);
      observer.detached(thread);
    }
// end of 9d
