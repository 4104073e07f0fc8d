// probe-03 COMMAND [ARG...]: traces it with the learner's trace() and prints
// for each call its number, its result, the nanoseconds it took, and its first
// and third argument.
// probe-03 --killed COMMAND [ARG...]: kills it while it stands still, at the
// end of its first call.
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <exception>
#include <fstream>
#include <string>

#include "enter_exit.hpp"
#include "launch.hpp"

namespace {

bool stopped(pid_t pid) {
  std::ifstream status(fmt::format("/proc/{}/status", pid));
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("State:\tt", 0) == 0) return true;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) try {
  const bool killed = argc > 2 && std::string(argv[1]) == "--killed";
  const pid_t tracee = launch({argv + (killed ? 2 : 1), argv + argc});
  const int status = trace(tracee, [&](const Syscall& call) {
    fmt::print(stderr, "{} {} {} {} {}\n", call.number,
               call.result ? fmt::format("{}", *call.result) : "?",
               call.time.count(), call.args[0], call.args[2]);
    if (!killed) return;
    kill(tracee, SIGKILL);
    while (stopped(tracee)) usleep(1000);
  });
  return exit_code(status);
} catch (const std::exception& error) {
  fmt::print(stderr, "probe-03: {}\n", error.what());
  return 1;
}
