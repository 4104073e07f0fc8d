// fails: 7c
// says: known-by-its-parents-event-only
// The record is made at the parent's event; a stop of one without is not looked at.
// TODO 7c
    if (stop == Stop::event && (status >> 16 == PTRACE_EVENT_FORK ||
                                status >> 16 == PTRACE_EVENT_VFORK ||
                                status >> 16 == PTRACE_EVENT_CLONE)) {
      unsigned long child = 0;
      ptrace(PTRACE_GETEVENTMSG, tid, nullptr, &child);
      const pid_t id = static_cast<pid_t>(child);
      observer.attached(threads.try_emplace(id, Thread{id}).first->second);
    }
    const auto found = threads.find(tid);
    if (found == threads.end() && !how.children && stop != Stop::end) {
      request(PTRACE_DETACH, tid, 0);
    }
    if (found == threads.end()) continue;
    Thread& thread = found->second;
// end of 7c
