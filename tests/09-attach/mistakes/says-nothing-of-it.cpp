// fails: 9d
// says: let-go-and-not-told
// TODO 9d
    if (stop == Stop::end) {
      if (thread.inside) observer.left(thread);
      observer.ended(thread, status);
    } else {
      request(PTRACE_DETACH, tid, stop == Stop::signal ? WSTOPSIG(status) : 0);
    }
// end of 9d
