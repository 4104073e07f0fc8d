// fails: 7e
// says: nothing
// The old record stays beside the new one, and its end is told as well.
// TODO 7e
          unsigned long by = 0;
          if (ptrace(PTRACE_GETEVENTMSG, tid, nullptr, &by) == -1) {
            fail("ptrace");
          }
          const auto other = threads.find(static_cast<pid_t>(by));
          if (other != threads.end() && other->first != tid) {
            never_returned(thread, observer);
            thread = other->second;
            thread.tid = tid;
            observer.superseded(thread, static_cast<pid_t>(by));
            observer.ended(other->second, 0);
            threads.erase(other);
          }
// end of 7e
