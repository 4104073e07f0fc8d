// fails: 9d
// says: killed-by-its-tracer
// Each stop has a signal, and each signal is handed over.
// TODO 9d
    if (stop == Stop::end) {
      if (thread.inside) observer.left(thread);
      observer.ended(thread, status);
    } else {
      request(PTRACE_DETACH, tid, WSTOPSIG(status) & 0x7f);
      observer.detached(thread);
    }
// end of 9d
