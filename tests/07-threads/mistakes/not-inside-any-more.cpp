// fails: 7e
// says: the-exec-belongs-to-another-thread
// The leader's record goes on, and the other is dropped.
// TODO 7e
          unsigned long by = 0;
          if (ptrace(PTRACE_GETEVENTMSG, tid, nullptr, &by) == -1) {
            fail("ptrace");
          }
          if (static_cast<pid_t>(by) != tid) {
            never_returned(thread, observer);
            threads.erase(static_cast<pid_t>(by));
            observer.superseded(thread, static_cast<pid_t>(by));
          }
// end of 7e
