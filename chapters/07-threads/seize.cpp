#include "seize.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <unistd.h>

#include <cstdint>

#include "system.hpp"

namespace {

// ESRCH is no error: SIGKILL can end a stopped tracee at any time, and then a
// wait says so.
void request(decltype(PTRACE_CONT) what, pid_t tracee, long address,
             long data) {
  if (ptrace(what, tracee, address, data) == -1 && errno != ESRCH) {
    fail("ptrace");
  }
}

// Its memory may be opened by those who may seize it.
bool may_be_seized(pid_t tracee) {
  const int memory =
      open(fmt::format("/proc/{}/mem", tracee).c_str(), O_RDONLY | O_CLOEXEC);
  if (memory != -1) close(memory);
  return memory != -1;
}

// Waits without reaping: what ends meanwhile is left for the caller's loop.
bool stands_still(pid_t tracee) {
  siginfo_t what{};
  while (waitid(P_PID, static_cast<id_t>(tracee), &what,
                WSTOPPED | WEXITED | WNOWAIT) == -1) {
    if (errno != EINTR) fail("waitid");
  }
  if (what.si_code == CLD_EXITED || what.si_code == CLD_KILLED ||
      what.si_code == CLD_DUMPED) {
    return false;
  }
  return true;
}

}  // namespace

void seize(pid_t tracee, long options) {
  if (!may_be_seized(tracee)) {
    request(PTRACE_SETOPTIONS, tracee, 0, options);
    return;
  }
  // It is let go with a SIGSTOP, so that it does not run meanwhile, seized, and
  // let out of that stop by a SIGCONT. All other signals wait until that is
  // over; the SIGCONT is for us, and dropped with the stop that announces it.
  std::uint64_t mask = 0;
  request(PTRACE_GETSIGMASK, tracee, sizeof mask,
          reinterpret_cast<long>(&mask));
  std::uint64_t all_others = ~(std::uint64_t{1} << (SIGCONT - 1));
  request(PTRACE_SETSIGMASK, tracee, sizeof all_others,
          reinterpret_cast<long>(&all_others));
  request(PTRACE_DETACH, tracee, 0, SIGSTOP);
  request(PTRACE_SEIZE, tracee, 0, options);
  if (!stands_still(tracee)) return;
  wait_for(tracee);
  if (kill(tracee, SIGCONT) == -1) fail("kill");
  for (int status = 0;;) {
    request(PTRACE_CONT, tracee, 0, 0);
    if (!stands_still(tracee)) return;
    status = wait_for(tracee);
    if (status >> 16 == 0 && WSTOPSIG(status) == SIGCONT) break;
  }
  request(PTRACE_SETSIGMASK, tracee, sizeof mask,
          reinterpret_cast<long>(&mask));
}
