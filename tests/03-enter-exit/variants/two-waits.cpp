// One turn of the loop is one call: a wait for its entry, a wait for its exit.
#include <sys/ptrace.h>
#include <sys/wait.h>

#include <cerrno>
#include <system_error>

#include "enter_exit.hpp"
#include "launch.hpp"

namespace {

[[noreturn]] void fail(const char* call) {
  throw std::system_error(errno, std::generic_category(), call);
}

// Runs the tracee to its next syscall-stop. Signals on the way reach it. Gives
// false, and the status in `end`, when the tracee has ended instead.
bool next_syscall_stop(pid_t tracee, int& end) {
  int signal = 0;
  for (;;) {
    if (ptrace(PTRACE_SYSCALL, tracee, 0, signal) == -1 && errno != ESRCH) {
      fail("ptrace");
    }
    int status = 0;
    while (waitpid(tracee, &status, 0) == -1) {
      if (errno != EINTR) fail("waitpid");
    }
    if (WIFEXITED(status) || WIFSIGNALED(status)) {
      end = status;
      return false;
    }
    const int stop = WSTOPSIG(status);
    if (stop == (SIGTRAP | 0x80)) return true;
    signal = (status >> 16) == 0 ? stop : 0;
  }
}

}  // namespace

void syscall_stop(Thread& thread, const Report& report) {
  Registers registers{};
  try {
    registers = read_registers(thread);
  } catch (const std::system_error& error) {
    if (error.code().value() == ESRCH) return;
    throw;
  }
  const auto now = std::chrono::steady_clock::now();
  if (thread.inside) {
    thread.inside = false;
    thread.call.result = registers.result;
    thread.call.time = now - thread.entered;
    report(thread.call);
    return;
  }
  thread.inside = true;
  thread.call = Syscall{registers.abi, registers.number, registers.args, {}, {}};
  thread.entered = now;
}

int trace(pid_t tracee, const Report& report) {
  ptrace(PTRACE_SETOPTIONS, tracee, 0, tracee_options | PTRACE_O_TRACESYSGOOD);
  Thread thread{tracee};
  int end = 0;
  for (;;) {
    if (!next_syscall_stop(tracee, end)) return end;
    syscall_stop(thread, report);
    if (!next_syscall_stop(tracee, end)) {
      if (thread.inside) report(thread.call);
      return end;
    }
    syscall_stop(thread, report);
  }
}
