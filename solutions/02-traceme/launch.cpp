#include "launch.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

#include "system.hpp"

namespace {

// A pipe whose ends close by themselves, and in the command at the exec.
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
};

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

  const pid_t child = fork();
  if (child == -1) fail("fork");
  if (child == 0) {
    // TODO 2a: become a tracee of the parent.
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    // end of 2a
    if (!before_exec || before_exec()) execvp(args[0], args.data());
    // TODO 2b: the exec failed. Write errno into the pipe, and end.
    const int error = errno;
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
  if (WIFSIGNALED(status)) throw std::runtime_error("ended before its exec");
  if (WIFSTOPPED(status)) {
    ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
  }
  // end of 2a

  // TODO 2b: an errno in the pipe means that the exec failed: throw it.
  int error = 0;
  if (read(error_pipe.ends[0], &error, sizeof error) == sizeof error) {
    throw LaunchError(error, std::generic_category());
  }
  // end of 2b
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
