// Following a tracee with all its threads and children. See ptrace(2).
#pragma once

#include <sys/types.h>

#include <functional>
#include <map>

#include "enter_exit.hpp"

/// What waitpid(2) tells of a thread: it stands still, for one of these
/// reasons, or it is gone.
enum class Stop {
  syscall,  // at the entry into a call, or at the exit from it
  signal,   // WSTOPSIG(status) is about to reach it
  group,    // WSTOPSIG(status) has stopped its whole process, until a SIGCONT
  exec,     // PTRACE_EVENT_EXEC: it begins another program
  exit,     // PTRACE_EVENT_EXIT: it is about to end, inside its last call
  event,    // any other message of ptrace's own, and no signal
  end,      // no stop: an exit, or death by a signal
};

/// Which of them a wait status means. PTRACE_EVENT_STOP is a group-stop with
/// one of the four signals that stop a process (SIGSTOP, SIGTSTP, SIGTTIN,
/// SIGTTOU), with another it is an event.
Stop stop_of(int wait_status);

/// Is told what happens. Each function is called while that thread stands still
/// (but for ended), and can read it; an ESRCH that it throws is no error.
struct Observer {
  virtual ~Observer() = default;
  /// A thread or a child is followed from now on: before anything else of it.
  virtual void attached(const Thread&) {}
  /// thread.call has been entered: its number and its arguments are known.
  virtual void entered(const Thread&) {}
  /// thread.call has been left, or, if it has no result, never will be. Once
  /// for each call that was entered.
  virtual void left(const Thread&) {}
  /// A signal is about to reach it.
  virtual void signalled(const Thread&, int /*signal*/) {}
  /// A signal has stopped its whole process, it, too.
  virtual void stopped(const Thread&, int /*signal*/) {}
  /// The thread `by` of its process has made an exec, takes over the process id
  /// and is `leader` from now on; the old leader and its call are no more.
  virtual void superseded(const Thread& /*leader*/, pid_t /*by*/) {}
  /// It is gone. Once for each thread that is followed, but for the superseded
  /// and the detached.
  virtual void ended(const Thread&, int /*wait_status*/) {}
  /// It goes on without us.
  virtual void detached(const Thread&) {}
};

struct How {
  bool children = true;  // follow the threads and children of the tracee, too
  /// Asked before each wait: is it time to come back, whoever is left?
  std::function<bool()> enough = [] { return false; };
};

/// Runs a tracee made by launch() until all that are followed are gone, tells
/// `observer` what they do, and gives the wait status that the tracee ended
/// with, whoever outlives it. Every signal reaches whom it was sent to; who is
/// stopped by one stays so until a SIGCONT. Without how.children, what the
/// tracee starts runs untraced.
/// Throws std::system_error if ptrace or waitpid fails.
int follow(pid_t tracee, Observer& observer, const How& how = {});

/// All that are followed, by their ids.
using Threads = std::map<pid_t, Thread>;

/// The same for threads that are tracees already, with follow_options(), and
/// run, or are about to stop. Gives the wait status of `tracee`, or 0 if that
/// is none of them. When it comes back, `threads` are those that are left.
int follow(Threads& threads, pid_t tracee, Observer& observer,
           const How& how = {});

/// The options of ptrace(2) that a thread is followed with.
long follow_options(const How& how);
