// fails: 7e
// says: superseded-by-itself
// TODO 7e
          unsigned long by = 0;
          if (ptrace(PTRACE_GETEVENTMSG, tid, nullptr, &by) == -1) {
            fail("ptrace");
          }
          const auto other = threads.find(static_cast<pid_t>(by));
          if (other != threads.end()) {
            const Thread former = other->second;
            threads.erase(other);
            Thread& now = threads[tid] = former;
            now.tid = tid;
            observer.superseded(now, static_cast<pid_t>(by));
          }
// end of 7e
