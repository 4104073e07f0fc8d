// fails: 7c
// says: nothing
// Who comes when a hundred are known is let go.
// TODO 7c
    const auto found = threads.find(tid);
    if (found == threads.end()) {
      if (stop == Stop::end) continue;
      if (!how.children || threads.size() == 100) {
        request(PTRACE_DETACH, tid, 0);
        continue;
      }
      observer.attached(threads.try_emplace(tid, Thread{tid}).first->second);
      request(PTRACE_SYSCALL, tid, 0);
      continue;
    }
    Thread& thread = found->second;
// end of 7c
