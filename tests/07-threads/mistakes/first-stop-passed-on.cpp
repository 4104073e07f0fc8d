// fails: 7c
// says: its-first-stop-is-no-signal
// The new thread's first stop is looked at like any other.
// TODO 7c
    const auto found = threads.find(tid);
    if (found == threads.end()) {
      if (stop == Stop::end) continue;
      if (!how.children) {
        request(PTRACE_DETACH, tid, 0);
        continue;
      }
      observer.attached(threads.try_emplace(tid, Thread{tid}).first->second);
    }
    Thread& thread = threads.find(tid)->second;
// end of 7c
