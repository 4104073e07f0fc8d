#include "seize.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <unistd.h>

#include <cstdint>

#include "request.hpp"
#include "system.hpp"

namespace {

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
    request(PTRACE_SETOPTIONS, tracee, options);
    return;
  }
  // It is let go with a SIGSTOP, so that it does not run meanwhile, seized, and
  // let out of that stop by a SIGCONT. All other signals wait until that is
  // over; the SIGCONT is for us, and dropped with the stop that announces it.
  std::uint64_t mask = 0;
  request(PTRACE_GETSIGMASK, tracee, reinterpret_cast<long>(&mask),
          sizeof mask);
  std::uint64_t all_others = ~(std::uint64_t{1} << (SIGCONT - 1));
  request(PTRACE_SETSIGMASK, tracee, reinterpret_cast<long>(&all_others),
          sizeof all_others);
  request(PTRACE_DETACH, tracee, SIGSTOP);
  request(PTRACE_SEIZE, tracee, options);
  if (!stands_still(tracee)) return;
  wait_for(tracee);
  if (kill(tracee, SIGCONT) == -1) fail("kill");
  for (int status = 0;;) {
    request(PTRACE_CONT, tracee);
    if (!stands_still(tracee)) return;
    status = wait_for(tracee);
    if (status >> 16 == 0 && WSTOPSIG(status) == SIGCONT) break;
  }
  request(PTRACE_SETSIGMASK, tracee, reinterpret_cast<long>(&mask),
          sizeof mask);
}
