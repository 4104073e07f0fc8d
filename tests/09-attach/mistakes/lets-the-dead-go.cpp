// fails: 9d
// says: the-dead-let-go
// TODO 9d
    request(PTRACE_DETACH, tid, stop == Stop::signal ? WSTOPSIG(status) : 0);
    observer.detached(thread);
// end of 9d
