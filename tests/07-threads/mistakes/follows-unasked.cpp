// fails: 7b
// says: follows-unasked
// TODO 7b
  options |= PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
// end of 7b
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
