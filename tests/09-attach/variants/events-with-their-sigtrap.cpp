// At an event the kernel does not look at the signal that it is let go with.
// TODO 9d
    if (stop == Stop::end) {
      if (thread.inside) observer.left(thread);
      observer.ended(thread, status);
    } else {
      request(PTRACE_DETACH, tid, stop == Stop::syscall ? 0 : WSTOPSIG(status));
      observer.detached(thread);
    }
// end of 9d
