// TODO 9d
    int signal = 0;
    switch (stop) {
      case Stop::signal:
        signal = WSTOPSIG(status);
        [[fallthrough]];
      case Stop::syscall:
      case Stop::group:
      case Stop::exec:
      case Stop::exit:
      case Stop::event:
        observer.detached(thread);
        request(PTRACE_DETACH, tid, signal);
        break;
      case Stop::end:
        if (thread.inside) observer.left(thread);
        observer.ended(thread, status);
        break;
    }
// end of 9d
