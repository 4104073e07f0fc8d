// fails: 9d
// says: wakes-the-stopped
// TODO 9d
    if (stop == Stop::end) {
      if (thread.inside) observer.left(thread);
      observer.ended(thread, status);
    } else {
      request(PTRACE_DETACH, tid, stop == Stop::signal ? WSTOPSIG(status) : 0);
      if (stop == Stop::group) kill(tid, SIGCONT);
      observer.detached(thread);
    }
// end of 9d
