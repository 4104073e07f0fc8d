#include "enter_exit.hpp"

#include <sys/ptrace.h>
#include <sys/wait.h>

#include <cerrno>
#include <system_error>

#include "launch.hpp"
#include "request.hpp"
#include "system.hpp"

namespace {

using Clock = std::chrono::steady_clock;

// Lets the tracee run to its next stop, with `signal` if that is not 0.
void resume(pid_t tracee, int signal) {
  request(PTRACE_SYSCALL, tracee, signal);
}

}  // namespace

void syscall_stop(Thread& thread, const Report& report) {
  const Registers registers = read_registers(thread);
  // TODO 3a: a call stops twice. Note it at the first, report it at the second.
  thread.call = {registers.abi, registers.number, registers.args, {}, {}};
  thread.call.result = registers.result;
  report(thread.call);
  // end of 3a
}

int trace(pid_t tracee, const Report& report) {
  Thread thread{tracee};
  // TODO 3b: ask the kernel to mark the syscall-stops.
  // end of 3b
  int signal = 0;
  for (;;) {
    resume(tracee, signal);
    const int status = wait_for(tracee);
    if (!WIFSTOPPED(status)) {
      // TODO 3d: the tracee has ended. Was it inside a call?
      // end of 3d
      return status;
    }
    signal = 0;
    // TODO 3b: is this stop a syscall-stop?
    const bool at_syscall = true;
    // end of 3b
    if (at_syscall) {
      try {
        syscall_stop(thread, report);
      } catch (const std::system_error& error) {
        if (error.code().value() != ESRCH) throw;  // killed while stopped
      }
    } else {
      // TODO 3c: which signal does the tracee get when it goes on?
      signal = 0;
      // end of 3c
    }
  }
}
