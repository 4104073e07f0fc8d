// probe-03 COMMAND [ARG...]: traces it with the learner's trace() and prints a
// line for each call: which tracee, number, result, nanoseconds that it took,
// six arguments.
// probe-03 --sent COMMAND [ARG...]: ends, and says so, as soon as the learner's
// own code sends a signal.
// probe-03 --killed COMMAND [ARG...]: kills it while it stands still, at the
// end of its first call.
// probe-03 --stops COMMAND [ARG...]: hands the syscall-stops to the learner's
// syscall_stop() itself. The line then goes on with four moments: just before
// and after that was called for the entry, and the exit.
// probe-03 --times COMMAND [ARG...]: the same, with a pause at each stop.
// probe-03 --two COMMAND1 COMMAND2: the same with two tracees at once, a stop
// of the one and a stop of the other.
#include <fmt/format.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>
#include <vector>

#include "enter_exit.hpp"
#include "launch.hpp"
#include "system.hpp"

static bool ends_at_a_signal = false;

// Instead of libc's, in this program.
extern "C" int kill(pid_t pid, int signal) noexcept(noexcept(::kill(0, 0))) {
  if (ends_at_a_signal) {
    fmt::print("kill({})\n", signal);
    std::exit(0);
  }
  return static_cast<int>(syscall(SYS_kill, pid, signal));
}

namespace {

bool stopped(pid_t pid) {
  std::ifstream status(fmt::format("/proc/{}/status", pid));
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("State:\tt", 0) == 0) return true;
  }
  return false;
}

std::string told(int tracee, const Syscall& call) {
  std::string line = fmt::format(
      "{} {} {} {}", tracee, call.number,
      call.result ? fmt::format("{}", *call.result) : "?", call.time.count());
  for (const unsigned long arg : call.args) line += fmt::format(" {:#x}", arg);
  return line;
}

long now() {
  return std::chrono::nanoseconds(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

struct Tracee {
  int place;  // 1 or 2
  Thread thread;
  int signal = 0;
  bool inside = false;
  long before_entry = 0, after_entry = 0;
  bool ended = false;
};

// To its next stop, and what is to do there.
void go_on(Tracee& tracee, bool pause) {
  const pid_t tid = tracee.thread.tid;
  if (ptrace(PTRACE_SYSCALL, tid, nullptr, tracee.signal) == -1) {
    fail("ptrace");
  }
  const int status = wait_for(tid);
  tracee.ended = !WIFSTOPPED(status);
  if (tracee.ended) return;
  const bool at_syscall = WSTOPSIG(status) == (SIGTRAP | 0x80);
  tracee.signal = at_syscall || status >> 16 != 0 ? 0 : WSTOPSIG(status);
  if (!at_syscall) return;
  if (pause) usleep(2000);
  std::vector<std::string> lines;
  const long before = now();
  syscall_stop(tracee.thread, [&](const Syscall& call) {
    lines.push_back(told(tracee.place, call));
  });
  const long after = now();
  for (const std::string& line : lines) {
    fmt::print(stderr, "{} {} {} {} {}\n", line, tracee.before_entry,
               tracee.after_entry, before, after);
  }
  tracee.inside = !tracee.inside;
  if (tracee.inside) {
    tracee.before_entry = before;
    tracee.after_entry = after;
  }
}

void stop_by_stop(const std::vector<std::vector<std::string>>& commands,
                  bool pause = false) {
  std::vector<Tracee> tracees;
  for (const auto& command : commands) {
    const pid_t tid = launch(command);
    must(static_cast<int>(ptrace(PTRACE_SETOPTIONS, tid, nullptr,
                                 tracee_options | PTRACE_O_TRACESYSGOOD)),
         "ptrace");
    tracees.push_back({static_cast<int>(tracees.size()) + 1, Thread{tid}});
  }
  for (bool going = true; going;) {
    going = false;
    for (Tracee& tracee : tracees) {
      if (!tracee.ended) go_on(tracee, pause);
      going = going || !tracee.ended;
    }
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string way = argc > 2 && argv[1][0] == '-' ? argv[1] : "";
  const std::vector<std::string> words(argv + (way.empty() ? 1 : 2),
                                       argv + argc);
  if (way == "--stops" || way == "--times") {
    stop_by_stop({words}, way == "--times");
    return 0;
  }
  if (way == "--two") {
    stop_by_stop({{words.at(0)}, {words.at(1)}});
    return 0;
  }
  const pid_t tracee = launch(words);
  ends_at_a_signal = way == "--sent";
  const int status = trace(tracee, [&](const Syscall& call) {
    fmt::print(stderr, "{}\n", told(1, call));
    if (way != "--killed") return;
    kill(tracee, SIGKILL);
    while (stopped(tracee)) usleep(1000);
  });
  return exit_code(status);
} catch (const std::exception& error) {
  fmt::print(stderr, "probe-03: {}\n", error.what());
  return 1;
}
