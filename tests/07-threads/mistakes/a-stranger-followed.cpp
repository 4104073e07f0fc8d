// fails: 7c
// says: a-stranger-followed
// TODO 7c
    const auto found = threads.find(tid);
    if (found == threads.end()) {
      if (stop == Stop::end) continue;
      observer.attached(threads.try_emplace(tid, Thread{tid}).first->second);
      request(PTRACE_SYSCALL, tid, 0);
      continue;
    }
    Thread& thread = found->second;
// end of 7c
