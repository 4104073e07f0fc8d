// fails: 3d
// says: a-dead-tracee-is-no-error
// A whole file: resume() takes ESRCH for an error.
#include "enter_exit.hpp"

#include <sys/ptrace.h>
#include <sys/wait.h>

#include <cerrno>
#include <system_error>

#include "launch.hpp"

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(const char* call) {
  throw std::system_error(errno, std::generic_category(), call);
}

int wait_for(pid_t tracee) {
  int status = 0;
  while (waitpid(tracee, &status, 0) == -1) {
    if (errno != EINTR) fail("waitpid");
  }
  return status;
}

// Lets the tracee run to its next stop, with `signal` if that is not 0.
void resume(pid_t tracee, int signal) {
  // ESRCH is no error: SIGKILL can end a stopped tracee at any time, and then
  // the next wait says so.
  if (ptrace(PTRACE_SYSCALL, tracee, nullptr, signal) == -1) {
    fail("ptrace");
  }
}

}  // namespace

void syscall_stop(Thread& thread, const Report& report) {
  const Registers registers = read_registers(thread.tid);
  if (!thread.inside) {
    thread.call = {registers.abi, registers.number, registers.args, {}, {}};
    thread.entered = Clock::now();
  } else {
    thread.call.result = registers.result;
    thread.call.time = Clock::now() - thread.entered;
    report(thread.call);
  }
  thread.inside = !thread.inside;
}

int trace(pid_t tracee, const Report& report) {
  Thread thread{tracee};
  ptrace(PTRACE_SETOPTIONS, tracee, nullptr,
         tracee_options | PTRACE_O_TRACESYSGOOD);
  int signal = 0;
  for (;;) {
    resume(tracee, signal);
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status)) {
      if (thread.inside) report(thread.call);
      return status;
    }
    signal = 0;
    const bool at_syscall = WSTOPSIG(status) == (SIGTRAP | 0x80);
    if (at_syscall) {
      try {
        syscall_stop(thread, report);
      } catch (const std::system_error& error) {
        if (error.code().value() != ESRCH) throw;  // killed while stopped
      }
    } else {
      // An event (status >> 16) is ptrace's own message and no signal.
      signal = status >> 16 != 0 ? 0 : WSTOPSIG(status);
    }
  }
}
