// fails: make
// says: linux-ptrace-h
// The kernel has a header of the same name. After <sys/ptrace.h> it makes macros
// of the names, numbers where C++ wants a __ptrace_request.
#include "launch.hpp"

#include <linux/ptrace.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace {

[[noreturn]] void fail(const char* call) {
  throw std::system_error(errno, std::generic_category(), call);
}

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

// waitpid for one child, started again when a signal interrupts it.
int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) == -1) {
    if (errno != EINTR) fail("waitpid");
  }
  return status;
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

  const pid_t child = fork();
  if (child == -1) fail("fork");
  if (child == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    if (!before_exec || before_exec()) execvp(args[0], args.data());
    const int error = errno;
    if (write(error_pipe.ends[1], &error, sizeof error) == -1) _exit(126);
    _exit(127);
  }
  error_pipe.close_write_end();

  int status = wait_for(child);
  while (WIFSTOPPED(status) && WSTOPSIG(status) != SIGTRAP) {
    // A signal from outside came before the exec: pass it on, wait again.
    ptrace(PTRACE_CONT, child, nullptr, WSTOPSIG(status));
    status = wait_for(child);
  }
  if (WIFSTOPPED(status)) {
    ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
  }

  int error = 0;
  if (read(error_pipe.ends[0], &error, sizeof error) == sizeof error) {
    throw LaunchError(error, std::generic_category());
  }
  return child;
}

int run_to_end(pid_t tracee) {
  int signal = 0;
  for (;;) {
    // ESRCH is no error: SIGKILL can end a stopped tracee at any time, and
    // then the wait says so.
    if (ptrace(PTRACE_CONT, tracee, nullptr, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status)) return status;
    // An event (status >> 16) is ptrace's own message and no signal.
    signal = status >> 16 != 0 ? 0 : WSTOPSIG(status);
  }
}

int exit_code(int wait_status) {
  if (WIFSIGNALED(wait_status)) return 128 + WTERMSIG(wait_status);
  return WEXITSTATUS(wait_status);
}
