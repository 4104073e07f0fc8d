#include "signals.hpp"

#include <sys/ptrace.h>
#include <sys/time.h>
#include <ucontext.h>
#include <unistd.h>

#include <csignal>
#include <initializer_list>

namespace {

pid_t tracer = -1;

// A copy of the tracer that has not come to its exec: it is the command's.
bool is_commands(int signal) {
  if (getpid() == tracer) return false;
  std::signal(signal, SIG_DFL);
  raise(signal);
  return true;
}

void outlive(int signal) { is_commands(signal); }

volatile std::sig_atomic_t end_number = 0;
volatile std::sig_atomic_t end_from_terminal = 0;

void end(int signal, siginfo_t* info, void* context) {
  if (is_commands(signal) || end_number != 0) return;
  end_number = signal;
  end_from_terminal = info->si_code == SI_KERNEL;
  // Only now, since a command is not to notice: SIGALRM may be blocked.
  struct sigaction interrupt {};
  interrupt.sa_handler = [](int) {};
  sigaction(SIGALRM, &interrupt, nullptr);
  sigdelset(&static_cast<ucontext_t*>(context)->uc_sigmask, SIGALRM);
  const timeval often{0, 20'000};
  const itimerval timer{often, often};
  setitimer(ITIMER_REAL, &timer, nullptr);
}

// `action` for each that is not ignored.
void on_signals(struct sigaction action) {
  tracer = getpid();
  for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE}) {
    struct sigaction before;
    sigaction(number, nullptr, &before);
    if (before.sa_handler == SIG_DFL) sigaction(number, &action, nullptr);
  }
  // waitpid tells of a stop: a signal at each as well is time lost.
  struct sigaction child;
  sigaction(SIGCHLD, nullptr, &child);
  child.sa_flags |= SA_NOCLDSTOP;
  sigaction(SIGCHLD, &child, nullptr);
}

}  // namespace

void outlive_signals() {
  struct sigaction action {};
  action.sa_handler = outlive;
  action.sa_flags = SA_RESTART;
  on_signals(action);
}

void end_by_signals() {
  struct sigaction action {};
  action.sa_sigaction = end;
  action.sa_flags = SA_SIGINFO;
  on_signals(action);
}

EndSignal end_signal() { return {end_number, end_from_terminal != 0}; }

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
