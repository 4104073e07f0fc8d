// fails: 7c
// says: nobody-told-of-a-new-thread
// TODO 7c
    const auto found = threads.find(tid);
    if (found == threads.end() && stop == Stop::end) continue;
    if (found == threads.end()) {
      if (how.children) threads.try_emplace(tid, Thread{tid});
      request(how.children ? PTRACE_SYSCALL : PTRACE_DETACH, tid, 0);
      continue;
    }
    Thread& thread = found->second;
// end of 7c
