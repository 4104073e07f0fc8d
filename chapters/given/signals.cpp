#include "signals.hpp"

#include <sys/ptrace.h>
#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace {

pid_t tracer = -1;

void outlive(int signal) {
  if (getpid() == tracer) return;
  // A copy of the tracer that has not come to its exec: it is the command's.
  std::signal(signal, SIG_DFL);
  raise(signal);
}

}  // namespace

void outlive_signals() {
  tracer = getpid();
  for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE}) {
    struct sigaction action;
    sigaction(number, nullptr, &action);
    if (action.sa_handler != SIG_DFL) continue;
    action.sa_handler = outlive;
    action.sa_flags = SA_RESTART;
    sigaction(number, &action, nullptr);
  }
  // waitpid tells of a stop: a signal at each as well is time lost.
  struct sigaction child;
  sigaction(SIGCHLD, nullptr, &child);
  child.sa_flags |= SA_NOCLDSTOP;
  sigaction(SIGCHLD, &child, nullptr);
}

LaunchSignals::LaunchSignals() {
  sigset_t trap;
  sigemptyset(&trap);
  sigaddset(&trap, SIGTRAP);
  sigprocmask(SIG_UNBLOCK, &trap, &mask_);
  sigaction(SIGCHLD, nullptr, &child_);
  struct sigaction heard = child_;
  if (heard.sa_handler == SIG_IGN) heard.sa_handler = SIG_DFL;
  sigaction(SIGCHLD, &heard, nullptr);
}

LaunchSignals::~LaunchSignals() {
  sigprocmask(SIG_SETMASK, &mask_, nullptr);
  give_back();
}

void LaunchSignals::give_back() const { sigaction(SIGCHLD, &child_, nullptr); }

void LaunchSignals::give_back_to(pid_t tracee) const {
  if (sigismember(&mask_, SIGTRAP) != 1) return;
  // The kernel's set is the first 64 bits of the library's. A tracee that is
  // gone needs no mask: run_to_end() will hear of it.
  void* const size = reinterpret_cast<void*>(8);
  ptrace(PTRACE_SETSIGMASK, tracee, size, const_cast<sigset_t*>(&mask_));
}
