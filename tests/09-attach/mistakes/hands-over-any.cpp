// fails: 9d
// says: hands-over-the-mark
// All but events.
// TODO 9d
    if (stop == Stop::end) {
      if (thread.inside) observer.left(thread);
      observer.ended(thread, status);
    } else {
      request(PTRACE_DETACH, tid,
              status >> 16 == 0 && stop != Stop::event ? WSTOPSIG(status) : 0);
      observer.detached(thread);
    }
// end of 9d
