#include "follow.hpp"

#include <signal.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#include <cerrno>
#include <system_error>

#include "launch.hpp"
#include "request.hpp"
#include "seize.hpp"
#include "system.hpp"
#include "uninterrupted.hpp"

namespace {

// A thread that ends inside a call: its observer is told that it never
// returned.
[[maybe_unused]] void never_returned(Thread& thread, Observer& observer) {
  if (!thread.inside) return;
  thread.inside = false;
  observer.left(thread);
}

}  // namespace

Stop stop_of(int wait_status) {
  // TODO 7a: which stop is it?
  if (!WIFSTOPPED(wait_status)) return Stop::end;
  const int signal = WSTOPSIG(wait_status);
  if (signal == (SIGTRAP | 0x80)) return Stop::syscall;
  switch (wait_status >> 16) {
    case 0:
      return Stop::signal;
    case PTRACE_EVENT_EXEC:
      return Stop::exec;
    case PTRACE_EVENT_EXIT:
      return Stop::exit;
    case PTRACE_EVENT_STOP:
      return signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN ||
                     signal == SIGTTOU
                 ? Stop::group
                 : Stop::event;
    default:
      return Stop::event;
  }
  // end of 7a
}

long follow_options([[maybe_unused]] const How& how) {
  long options = tracee_options | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXIT;
  // TODO 7b: with how.children, ask for all that it starts.
  if (how.children) {
    options |= PTRACE_O_TRACECLONE | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK;
  }
  // end of 7b
  return options;
}

int follow(pid_t tracee, Observer& observer, const How& how) {
  Threads threads = {{tracee, Thread{tracee}}};
  seize(tracee, follow_options(how));
  request(PTRACE_SYSCALL, tracee, 0);
  return follow(threads, tracee, observer, how);
}

int follow(Threads& threads, pid_t tracee, Observer& observer, const How& how) {
  int first_status = 0;
  // A child may be on its way that nobody has heard of: with children, the end
  // is when there is nobody left to wait for.
  while (!how.enough() && (how.children || !threads.empty())) {
    int status = 0;
    // TODO 7b: wait for whichever thread it is; is nobody left?
    const pid_t tid = waitpid(-1, &status, __WALL);
    if (tid == -1 && errno == ECHILD) break;
    if (tid == -1 && errno == EINTR) continue;
    if (tid == -1) fail("waitpid");
    // end of 7b
    const Stop stop = stop_of(status);

    // TODO 7c: the thread's own record; one that is new begins with a stop.
    const auto found = threads.find(tid);
    if (found == threads.end()) {
      if (stop == Stop::end) continue;  // one that we never saw
      if (!how.children) {              // clone(2), CLONE_PTRACE
        request(PTRACE_DETACH, tid, 0);
        continue;
      }
      observer.attached(threads.try_emplace(tid, Thread{tid}).first->second);
      request(PTRACE_SYSCALL, tid, 0);
      continue;
    }
    Thread& thread = found->second;
    // end of 7c

    if (stop == Stop::end) {
      // TODO 7d: it is gone. Was it inside a call? Was it the first?
      never_returned(thread, observer);
      observer.ended(thread, status);
      if (tid == tracee) first_status = status;
      threads.erase(tid);
      // end of 7d
      continue;
    }
    auto how_on = PTRACE_SYSCALL;
    int signal = 0;
    try {
      switch (stop) {
        case Stop::syscall:
          syscall_stop(thread, [](const Syscall&) {});
          thread.inside ? observer.entered(thread) : observer.left(thread);
          break;
        case Stop::signal:
          signal = WSTOPSIG(status);
          observer.signalled(thread, signal);
          break;
        case Stop::group:
          observer.stopped(thread, WSTOPSIG(status));
          // TODO 7f: it is to stay stopped until a SIGCONT comes.
          how_on = PTRACE_LISTEN;
          // end of 7f
          break;
        case Stop::exec: {
          // TODO 7e: which thread made the exec, and which id has it now?
          unsigned long by = 0;
          if (ptrace(PTRACE_GETEVENTMSG, tid, nullptr, &by) == -1)
            fail("ptrace");
          const auto other = threads.find(static_cast<pid_t>(by));
          if (other != threads.end() && other->first != tid) {
            never_returned(thread, observer);
            thread = other->second;
            thread.tid = tid;
            threads.erase(other);
            observer.superseded(thread, static_cast<pid_t>(by));
          }
          // end of 7e
          break;
        }
        case Stop::exit:
          // TODO 7d: it will not come back to its call.
          never_returned(thread, observer);
          // end of 7d
          break;
        case Stop::event:
          continue_call(tid);
          break;
        case Stop::end:
          break;
      }
    } catch (const std::system_error& error) {
      if (error.code().value() != ESRCH) throw;  // killed while stopped
    }
    request(how_on, tid, signal);
  }
  return first_status;
}
