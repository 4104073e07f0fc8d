// probe-07 stop STATUS...: what stop_of() says of wait statuses.
// probe-07 [WAY...] COMMAND [ARG...]: follows it with the learner's follow()
// and prints what its observer is told. Threads are called A, B, C in the order
// in which they come. waitpid(2), ptrace(2) and open(2) are the probe's own.
// Ways:
//   --alone         without children
//   --child-first   a child's first stop is always told before its parent's
//   event
//   --parent-first  ... after it
//   --orphan-first  ... when the tracee has ended
//   --inherited     somebody else's child lives on, whom this process inherited
//   --waits         says so when somebody waits for anybody
//   --interrupted   the tenth wait is interrupted by a signal
//   --refused       the tenth wait fails
//   --unseized      nothing is seized: a child begins with a SIGSTOP
//   --requests      says by which request a thread goes on after a group-stop
#include <fcntl.h>
#include <fmt/format.h>
#include <stdarg.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <map>
#include <set>
#include <string>

#include "follow.hpp"
#include "launch.hpp"
#include "names.hpp"
#include "system.hpp"

namespace {

std::set<std::string> ways;
bool following = false;  // launch() is over
std::map<pid_t, std::string> labels;

bool way(const char* name) { return following && ways.contains(name); }

std::string label(pid_t tid) {
  const auto count = labels.size();
  const auto [found, is_new] = labels.try_emplace(
      tid, count < 26 ? std::string{static_cast<char>('A' + count)}
                      : fmt::format("T{}", count));
  return found->second;
}

void say(pid_t tid, const std::string& what) {
  fmt::print(stderr, "{} {}\n", label(tid), what);
}

struct Held {
  pid_t tid;
  int status;
  pid_t child;  // of which this is, or tells
};
std::vector<Held> held;
std::set<pid_t> begun;  // their first stop was given
std::set<pid_t> told;   // the event that tells of them was given
std::set<pid_t> in_group_stop;
pid_t first = 0;
bool first_gone = false;
int waits = 0;

bool tells_of_a_child(int status) {
  const int event = status >> 16;
  return WIFSTOPPED(status) &&
         (event == PTRACE_EVENT_CLONE || event == PTRACE_EVENT_FORK ||
          event == PTRACE_EVENT_VFORK);
}

pid_t child_of(pid_t tid) {
  unsigned long child = 0;
  ptrace(PTRACE_GETEVENTMSG, tid, nullptr, &child);
  return static_cast<pid_t>(child);
}

bool due(const Held& one) {
  if (ways.contains("--orphan-first")) return first_gone;
  return tells_of_a_child(one.status) ? begun.contains(one.child)
                                      : told.contains(one.child);
}

pid_t give(pid_t tid, int status, int* into) {
  if (WIFSTOPPED(status)) begun.insert(tid);
  if (into) *into = status;
  return tid;
}

pid_t wait_in_order(pid_t pid, int* into, int options) {
  for (;;) {
    for (auto one = held.begin(); one != held.end(); ++one) {
      if (!due(*one) || (pid > 0 && pid != one->tid)) continue;
      const Held now = *one;
      held.erase(one);
      if (tells_of_a_child(now.status)) told.insert(now.child);
      return give(now.tid, now.status, into);
    }
    int status = 0;
    const pid_t tid =
        static_cast<pid_t>(syscall(SYS_wait4, pid, &status, options, nullptr));
    if (tid <= 0) return tid;
    if (!WIFSTOPPED(status)) {  // killed: what was held of it is void
      if (tid == first) first_gone = true;
      std::erase_if(held, [&](const Held& one) { return one.tid == tid; });
      return give(tid, status, into);
    }
    if (tells_of_a_child(status)) {
      const pid_t child = child_of(tid);
      if (ways.contains("--child-first") && !begun.contains(child)) {
        held.push_back({tid, status, child});
        continue;
      }
      told.insert(child);
    } else if (ways.contains("--parent-first") && !begun.contains(tid) &&
               !told.contains(tid)) {
      held.push_back({tid, status, tid});
      continue;
    } else if (ways.contains("--orphan-first") && !begun.contains(tid) &&
               !first_gone) {
      held.push_back({tid, status, tid});
      continue;
    }
    return give(tid, status, into);
  }
}

struct Teller : Observer {
  static std::string result(const Syscall& call) {
    if (!call.result) return "?";
    const auto known = labels.find(static_cast<pid_t>(*call.result));
    if (call.number == SYS_getpid || call.number == SYS_getppid) return "PID";
    if (call.number == SYS_getuid) return "UID";
    if (call.number == SYS_clone && *call.result > 0) {
      return label(static_cast<pid_t>(*call.result));
    }
    if (call.number == SYS_wait4 && known != labels.end()) return known->second;
    return fmt::format("{}", *call.result);
  }
  void attached(const Thread& thread) override {
    if (thread.tid == 0) fmt::print(stderr, "attached, without an id\n");
    say(thread.tid, "attached");
  }
  void entered(const Thread& thread) override {
    const std::string name = syscall_name(thread.call.number, thread.call.abi);
    const bool close = thread.call.number == SYS_close;
    say(thread.tid, "entered " + name +
                        (close ? fmt::format(" {}", thread.call.args[0]) : "") +
                        (thread.call.result ? ", with a result" : ""));
  }
  void left(const Thread& thread) override {
    say(thread.tid,
        fmt::format("left {} = {}",
                    syscall_name(thread.call.number, thread.call.abi),
                    result(thread.call)));
  }
  void signalled(const Thread& thread, int signal) override {
    say(thread.tid, fmt::format("signal {}", signal));
  }
  void stopped(const Thread& thread, int signal) override {
    in_group_stop.insert(thread.tid);
    say(thread.tid, fmt::format("stopped {}", signal));
  }
  void superseded(const Thread& leader, pid_t by) override {
    const bool its_call = leader.inside && leader.call.number == SYS_execve;
    say(leader.tid, "superseded by " + label(by) +
                        (its_call ? "" : ", and inside another call"));
  }
  void ended(const Thread& thread, int status) override {
    say(thread.tid, fmt::format("ended {}", exit_code(status)));
  }
};

const char* name_of(Stop stop) {
  switch (stop) {
    case Stop::syscall:
      return "syscall";
    case Stop::signal:
      return "signal";
    case Stop::group:
      return "group";
    case Stop::exec:
      return "exec";
    case Stop::exit:
      return "exit";
    case Stop::event:
      return "event";
    case Stop::end:
      return "end";
  }
  return "none";
}

}  // namespace

// These stand before libc's own, for the learner's file and for what is given.

extern "C" pid_t waitpid(pid_t pid, int* status, int options) {
  if (following) ++waits;
  if (pid == -1 && way("--waits")) {
    ways.erase("--waits");
    fmt::print(stderr, "waits for anybody\n");
  }
  if (waits == 10 && (way("--interrupted") || way("--refused"))) {
    errno = way("--refused") ? EINVAL : EINTR;
    return -1;
  }
  return following ? wait_in_order(pid, status, options)
                   : static_cast<pid_t>(
                         syscall(SYS_wait4, pid, status, options, nullptr));
}

extern "C" long ptrace(__ptrace_request request, ...) noexcept {
  va_list rest;
// The request is an enumeration in the library's own declaration, too.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wvarargs"
  va_start(rest, request);
#pragma GCC diagnostic pop
  const pid_t tid = va_arg(rest, pid_t);
  void* const address = va_arg(rest, void*);
  void* const data = va_arg(rest, void*);
  va_end(rest);
  if (way("--requests") && in_group_stop.contains(tid) &&
      (request == PTRACE_LISTEN || request == PTRACE_SYSCALL ||
       request == PTRACE_CONT || request == PTRACE_DETACH)) {
    in_group_stop.erase(tid);
    say(tid, request == PTRACE_LISTEN    ? "PTRACE_LISTEN"
             : request == PTRACE_SYSCALL ? "PTRACE_SYSCALL"
                                         : "another request");
  }
  // PEEK requests give their result through `data`; nobody here makes one.
  return syscall(SYS_ptrace, request, tid, address, data);
}

extern "C" int open(const char* path, int flags, ...) {
  if (way("--unseized")) {
    errno = EACCES;  // seize() tries the tracee's memory
    return -1;
  }
  va_list rest;
  va_start(rest, flags);
  const int mode = (flags & O_CREAT) != 0 ? va_arg(rest, int) : 0;
  va_end(rest);
  return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

int main(int argc, char** argv) try {
  if (argc > 1 && std::string(argv[1]) == "stop") {
    for (int i = 2; i < argc; ++i) {
      fmt::print("{}\n", name_of(stop_of(std::stoi(argv[i]))));
    }
    return 0;
  }
  int i = 1;
  while (i < argc && argv[i][0] == '-') ways.insert(argv[i++]);
  const pid_t tracee = launch({argv + i, argv + argc});
  following = true;
  first = tracee;
  begun.insert(tracee);
  told.insert(tracee);
  label(tracee);
  Teller teller;
  int ends[2] = {-1, -1};
  if (ways.contains("--inherited")) {
    must(pipe2(ends, O_CLOEXEC), "pipe2");
    if (must(fork(), "fork") == 0) {
      close(ends[1]);
      char byte;
      _exit(read(ends[0], &byte, 1) == 0 ? 0 : 1);  // until this process ends
    }
  }
  return exit_code(
      follow(tracee, teller, {.children = !ways.contains("--alone")}));
} catch (const std::exception& error) {
  fmt::print(stderr, "probe-07: {}\n", error.what());
  return 1;
}
