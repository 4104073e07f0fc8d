// fails: 7c
// says: attached-twice
// TODO 7c
    if (stop == Stop::event && (status >> 16 == PTRACE_EVENT_FORK ||
                                status >> 16 == PTRACE_EVENT_VFORK ||
                                status >> 16 == PTRACE_EVENT_CLONE)) {
      unsigned long child = 0;
      ptrace(PTRACE_GETEVENTMSG, tid, nullptr, &child);
      observer.attached(Thread{static_cast<pid_t>(child)});
    }
    const auto found = threads.find(tid);
    if (found == threads.end()) {
      if (stop == Stop::end) continue;
      if (!how.children) {
        request(PTRACE_DETACH, tid, 0);
        continue;
      }
      observer.attached(threads.try_emplace(tid, Thread{tid}).first->second);
      request(PTRACE_SYSCALL, tid, 0);
      continue;
    }
    Thread& thread = found->second;
// end of 7c
