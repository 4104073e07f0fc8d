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
  if (WSTOPSIG(wait_status) == (SIGTRAP | 0x80)) return Stop::syscall;
  return WSTOPSIG(wait_status) == SIGTRAP ? Stop::event : Stop::signal;
  // end of 7a
}

long follow_options([[maybe_unused]] const How& how) {
  long options = tracee_options | PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXIT;
  // TODO 7b: with how.children, ask for all that it starts.
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
    const pid_t tid = waitpid(tracee, &status, 0);
    if (tid == -1) fail("waitpid");
    // end of 7b
    const Stop stop = stop_of(status);

    // TODO 7c: the thread's own record; one that is new begins with a stop.
    Thread& thread =
        threads.try_emplace(tracee, Thread{tracee}).first->second;
    // end of 7c

    if (stop == Stop::end) {
      // TODO 7d: it is gone. Was it inside a call? Was it the first?
      if (tid == tracee) return status;
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
          // end of 7f
          break;
        case Stop::exec: {
          // TODO 7e: which thread made the exec, and which id has it now?
          // end of 7e
          break;
        }
        case Stop::exit:
          // TODO 7d: it will not come back to its call.
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
