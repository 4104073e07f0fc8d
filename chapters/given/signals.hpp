// Whose signals are whose while a command runs. Given. See signal(7).
#pragma once

#include <signal.h>
#include <sys/types.h>

/// From now on SIGHUP, SIGINT, SIGQUIT, SIGTERM and SIGPIPE do not end this
/// process: a terminal sends them to the command as well, which decides, and
/// this process sees it to its end, as `strace -o FILE` does. A signal that is
/// ignored stays so. The command has them all as they were: an exec puts back
/// what is caught. No stop of a tracee sends a SIGCHLD (SA_NOCLDSTOP in
/// sigaction(2)).
void outlive_signals();

/// The same signals, but to this process each means that it is time to come to
/// an end: the first that comes is what end_signal() gives. From then on a wait
/// that goes on is interrupted, again and again (EINTR): so it does not matter
/// if the signal came after a look at end_signal() and before the wait.
void end_by_signals();

struct EndSignal {
  int number;          // 0: none has come
  bool from_terminal;  // then a command has got it as well
};
EndSignal end_signal();

/// What launch() needs of two signals, and the command must not notice. While
/// one of these lives, SIGTRAP is not blocked (at an exec it tells that the
/// tracee has stopped), and SIGCHLD is not ignored (or else nobody can wait for
/// a child that is not traced).
class LaunchSignals {
 public:
  LaunchSignals();
  ~LaunchSignals();
  LaunchSignals(const LaunchSignals&) = delete;

  /// In the new process, before its exec: SIGCHLD as it was.
  void give_back() const;
  /// In the tracer, at the stop of the exec: the tracee's SIGTRAP as it was.
  void give_back_to(pid_t tracee) const;

 private:
  sigset_t mask_;
  struct sigaction child_;
};
