// A thread is known by whatever comes first: its own stop, or its parent's event.
// TODO 7c
    if (stop == Stop::event && tid != 0 &&
        (status >> 16 == PTRACE_EVENT_FORK || status >> 16 == PTRACE_EVENT_VFORK ||
         status >> 16 == PTRACE_EVENT_CLONE)) {
      unsigned long child = 0;
      if (ptrace(PTRACE_GETEVENTMSG, tid, nullptr, &child) == 0) {
        const pid_t id = static_cast<pid_t>(child);
        const auto [record, is_new] = threads.try_emplace(id, Thread{id});
        if (is_new) observer.attached(record->second);
      }
    }
    auto found = threads.find(tid);
    if (found == threads.end()) {
      if (stop == Stop::end) continue;
      if (!how.children) {
        request(PTRACE_DETACH, tid, 0);
        continue;
      }
      found = threads.try_emplace(tid, Thread{tid}).first;
      observer.attached(found->second);
    }
    Thread& thread = found->second;
    if (stop == Stop::signal && WSTOPSIG(status) == SIGSTOP && tid != tracee &&
        thread.call.number == -1 && thread.entered == decltype(thread.entered){}) {
      thread.entered = std::chrono::steady_clock::now();
      request(PTRACE_SYSCALL, tid, 0);  // it has just begun
      continue;
    }
// end of 7c
