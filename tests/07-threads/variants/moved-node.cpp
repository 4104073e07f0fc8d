// The record of the thread that made the exec is moved, not copied; and the one
// who is gone is told by hand.
// TODO 7d
      if (thread.inside) observer.left(thread);
      threads.erase(tid);
      Thread gone{tid};
      observer.ended(gone, status);
      if (tid == tracee) first_status = status;
// end of 7d
// TODO 7e
          unsigned long message = 0;
          if (ptrace(PTRACE_GETEVENTMSG, tid, nullptr, &message) == -1) {
            fail("ptrace");
          }
          const pid_t by = static_cast<pid_t>(message);
          if (by == tid || !threads.contains(by)) break;
          never_returned(thread, observer);
          threads.erase(tid);
          auto node = threads.extract(by);
          node.key() = tid;
          node.mapped().tid = tid;
          const auto put = threads.insert(std::move(node));
          observer.superseded(put.position->second, by);
// end of 7e
