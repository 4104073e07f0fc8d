// strace hands over the signal that has stopped the process: the kernel does not
// look at it there.
// TODO 9d
    if (stop == Stop::end) {
      if (thread.inside) observer.left(thread);
      observer.ended(thread, status);
    } else {
      const bool with_signal = stop == Stop::signal || stop == Stop::group;
      request(PTRACE_DETACH, tid, with_signal ? WSTOPSIG(status) : 0);
      observer.detached(thread);
    }
// end of 9d
