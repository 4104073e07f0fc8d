#include "launch.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

#include "signals.hpp"
#include "system.hpp"

namespace {

// A pipe whose ends close by themselves, and in the command at the exec. One
// number goes through it: execvp's errno, or ptrace's with a minus.
struct ErrorPipe {
  int ends[2];  // read from ends[0] what was written to ends[1]
  ErrorPipe() {
    if (pipe2(ends, O_CLOEXEC) == -1) fail("pipe2");
  }
  ~ErrorPipe() {
    close(ends[0]);
    close_write_end();
  }
  void close_write_end() {
    if (ends[1] != -1) close(ends[1]);
    ends[1] = -1;
  }
  // Whoever still holds the other end, a read does not wait for them.
  void wait_no_more() { fcntl(ends[0], F_SETFL, O_NONBLOCK); }
  bool is_held() const {
    pollfd end{ends[0], POLLIN, 0};
    return poll(&end, 1, 0) == 0;
  }
};

// Throws if launch() has no tracee to give: it has ended, or it stands still
// before its exec, with the pipe in its hands. (Where no call is let through,
// _exit of the C library ends in a breakpoint, which is a SIGTRAP, too.)
void check_executed(pid_t child, const ErrorPipe& error_pipe) {
  siginfo_t ended;
  if (waitid(P_PID, static_cast<id_t>(child), &ended,
             WEXITED | WNOHANG | WNOWAIT) == -1) {
    throw std::runtime_error(
        "the new process ended before its exec, and could not say why");
  }
  unsigned long message = 0;
  const bool stands_still =
      ptrace(PTRACE_GETEVENTMSG, child, nullptr, &message) == 0;
  if (stands_still && error_pipe.is_held()) {
    kill(child, SIGKILL);
    wait_for(child);
    throw std::runtime_error("the new process stood still before its exec");
  }
}

}  // namespace

pid_t launch(const std::vector<std::string>& argv,
             const std::function<bool()>& before_exec) {
  if (argv.empty()) throw LaunchError(EINVAL, std::generic_category());
  std::vector<char*> args;
  for (const std::string& arg : argv) {
    args.push_back(const_cast<char*>(arg.c_str()));
  }
  args.push_back(nullptr);
  ErrorPipe error_pipe;
  const LaunchSignals signals;

  const pid_t child = fork();
  if (child == -1) fail("fork");
  if (child == 0) {
    signals.give_back();
    bool is_tracee = true;
    // TODO 2a: become a tracee of the parent. Are you one?
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
    // end of 2a
    if (is_tracee && (!before_exec || before_exec())) {
      execvp(args[0], args.data());
    }
    // TODO 2b: something failed. Write errno into the pipe, and end.
    const int error = is_tracee ? errno : -errno;
    if (write(error_pipe.ends[1], &error, sizeof error) == -1) _exit(126);
    _exit(127);
    // end of 2b
  }
  error_pipe.close_write_end();

  // TODO 2a: wait for the stop at the exec, then set tracee_options.
  int status = wait_for(child);
  while (WIFSTOPPED(status) && WSTOPSIG(status) != SIGTRAP) {
    // A signal from outside came before the exec: pass it on, wait again.
    ptrace(PTRACE_CONT, child, nullptr, WSTOPSIG(status));
    status = wait_for(child);
  }
  if (WIFSTOPPED(status) &&
      ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options) == -1 &&
      errno != ESRCH) {
    fail("ptrace");
  }
  // end of 2a

  error_pipe.wait_no_more();
  // TODO 2b: a number in the pipe means that something failed: throw it.
  int error = 0;
  if (read(error_pipe.ends[0], &error, sizeof error) == sizeof error) {
    if (error < 0) throw TraceError(-error, std::generic_category());
    throw LaunchError(error, std::generic_category());
  }
  // end of 2b
  check_executed(child, error_pipe);
  signals.give_back_to(child);
  return child;
}

int run_to_end(pid_t tracee) {
  int signal = 0;
  for (;;) {
    // TODO 2c: resume the tracee, pass its signals on, see how it ends.
    // ESRCH is no error: SIGKILL can end a stopped tracee at any time, and
    // then the wait says so.
    if (ptrace(PTRACE_CONT, tracee, nullptr, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status)) return status;
    // An event (status >> 16) is ptrace's own message and no signal.
    signal = status >> 16 != 0 ? 0 : WSTOPSIG(status);
    // end of 2c
  }
}

int exit_code(int wait_status) {
  // TODO 2d: the exit status, or 128 and the signal's number.
  if (WIFSIGNALED(wait_status)) return 128 + WTERMSIG(wait_status);
  return WEXITSTATUS(wait_status);
  // end of 2d
}
