// probe-09 refusal KEY=VALUE...: what refusal() says of these facts; "," begins
// the next ones.
// probe-09 nobody: attach() to somebody who is gone.
// probe-09 [WAY...] MOMENT WHAT...: starts tracees/runs-already (its path is
// the first word of WHAT), attaches to it when all its threads wait, follows it
// up to a moment, and detaches then. Says what it sees: the requests of
// ptrace(2) that attach() and detach() make, what their observer is told, and
// what has become of the threads, A, B and C in the order of their ids. Ways:
//   --f           with children
//   --second      attaches by the id of the second thread
//   --born        before the second thread is seized, it makes a third
//   --gone        before the second thread is seized, it ends
//   --taken       the second thread is traced already
// Moments:
//   never         follows it to its end
//   killed-tracer the tracer is a process of its own, and gets a SIGKILL
//   at-once       before the first wait
//   inside        when all are inside their call
//   left          ... and then one comes out of it
//   signal        ... and then a SIGUSR1 is on its way
//   stopped       ... and then it is stopped by a SIGSTOP, and that was told
//   stopped-first it is stopped before it is attached to, and that was told
//   ended         ... and then it is killed; it is gone before detach() waits
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "attach.hpp"
#include "names.hpp"
#include "system.hpp"

namespace {

std::set<std::string> ways;
std::string moment;
pid_t target = 0;
int release = -1;  // the byte that ends a wait
int order = -1;    // descriptor 4 of the tracee
bool watching = false;
bool letting_go = false;  // detach() is at work
std::map<pid_t, std::string> labels;

bool way(const char* name) { return ways.contains(name); }

std::string label(pid_t tid) {
  const char next = static_cast<char>('A' + labels.size());
  return labels.try_emplace(tid, 1, next).first->second;
}

void say(pid_t tid, const std::string& what) {
  fmt::print(stderr, "{} {}\n", label(tid), what);
}

// ---- What /proc says ------------------------------------------------------

std::vector<pid_t> threads_now() {
  std::vector<pid_t> ids;
  std::error_code gone;
  const auto path = fmt::format("/proc/{}/task", target);
  for (std::filesystem::directory_iterator at(path, gone), end;
       !gone && at != end; at.increment(gone)) {
    ids.push_back(std::stoi(at->path().filename()));
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::string word_of(pid_t tid, const std::string& key) {
  std::ifstream in(fmt::format("/proc/{}/task/{}/status", target, tid));
  for (std::string line; std::getline(in, line);) {
    if (line.rfind(key, 0) == 0) {
      const auto from = line.find_first_not_of(" \t", key.size());
      return line.substr(from, line.find_first_of(" \t", from) - from);
    }
  }
  return "";
}

// "S", "t" and so on; "" of a thread that is gone.
std::string state(pid_t tid) { return word_of(tid, "State:"); }

// Nothing here waits for a time: only for what has to come.
void wait_until(const std::function<bool()>& holds) {
  while (!holds()) usleep(500);
}

bool all_are(const std::string& wanted) {
  const auto ids = threads_now();
  return !ids.empty() && std::all_of(ids.begin(), ids.end(), [&](pid_t tid) {
    return state(tid) == wanted;
  });
}

bool one_is(const std::string& wanted) {
  const auto ids = threads_now();
  return std::any_of(ids.begin(), ids.end(),
                     [&](pid_t tid) { return state(tid) == wanted; });
}

void write_bytes(int to, std::size_t count) {
  const std::string bytes(count, 'x');
  // EPIPE: nobody is left to read them.
  if (write(to, bytes.data(), count) == -1 && errno != EPIPE) fail("write");
}

// As many bytes as anybody could wait for.
void end_waits() {
  write_bytes(release, 64);
  write_bytes(order, 4);
}

// ---- What is watched ------------------------------------------------------

// Before the second thread is seized, the process changes.
void before_second_seize() {
  const auto was = threads_now().size();
  if (way("--born")) {
    write_bytes(order, 1);
    wait_until([&] { return threads_now().size() > was; });
  }
  if (way("--gone")) {
    write_bytes(order, 1);
    wait_until([&] { return threads_now().size() < was; });
  }
}

void tell_request(int request, pid_t tid, long data, bool failed, int error) {
  const auto result = failed ? fmt::format(": {}", strerror(error)) : "";
  if (request == PTRACE_SEIZE) {
    say(tid, fmt::format("PTRACE_SEIZE{}{}",
                         (data & PTRACE_O_EXITKILL) != 0 ? " EXITKILL" : "",
                         result));
  } else if (request == PTRACE_ATTACH) {
    say(tid, "PTRACE_ATTACH" + result);
  } else if (request == PTRACE_INTERRUPT) {
    say(tid, "PTRACE_INTERRUPT" + result);
  } else if (request == PTRACE_DETACH) {
    say(tid, fmt::format("PTRACE_DETACH {}{}", data, result));
  }
}

struct Teller : Observer {
  void attached(const Thread& thread) override { say(thread.tid, "attached"); }
  void entered(const Thread& thread) override {
    inside.insert(thread.tid);
    say(thread.tid,
        "entered " + syscall_name(thread.call.number, thread.call.abi));
  }
  void left(const Thread& thread) override {
    inside.erase(thread.tid);
    say(thread.tid,
        fmt::format("left {}{}",
                    syscall_name(thread.call.number, thread.call.abi),
                    thread.call.result ? "" : ", without a result"));
  }
  void signalled(const Thread& thread, int signal) override {
    say(thread.tid, fmt::format("signal {}", signal));
  }
  void stopped(const Thread& thread, int signal) override {
    is_stopped = true;
    say(thread.tid, fmt::format("stopped {}", signal));
  }
  void ended(const Thread& thread, int status) override {
    say(thread.tid, WIFSIGNALED(status)
                        ? fmt::format("ended by {}", WTERMSIG(status))
                        : fmt::format("ended {}", WEXITSTATUS(status)));
  }
  void detached(const Thread& thread) override { say(thread.tid, "detached"); }
  std::set<pid_t> inside;
  bool is_stopped = false;
};

// Has the moment come? Asked before each wait of follow().
bool has_come(const Teller& teller, const Threads& threads) {
  static bool was_inside = false;
  if (moment == "at-once") return true;
  if (moment == "stopped-first") return teller.is_stopped;
  if (!was_inside) {
    if (teller.inside.size() < threads.size() || threads.empty()) return false;
    wait_until([] { return all_are("S"); });
    was_inside = true;
    if (moment == "never") end_waits();
    if (moment == "stopped") kill(target, SIGSTOP);
    if (moment == "signal") kill(target, SIGUSR1);
    if (moment == "left") write_bytes(release, 1);
    if (moment == "ended") kill(target, SIGKILL);
  }
  if (moment == "inside") return true;
  if (moment == "ended") {
    wait_until([] { return one_is("t") || one_is("Z"); });
    return true;
  }
  // First it comes out of its call, and then the signal is delivered.
  const bool out = teller.inside.empty();
  if (moment == "left" || (moment == "signal" && out)) {
    wait_until([] { return one_is("t"); });
    return true;
  }
  return moment == "stopped" && teller.is_stopped;
}

void start(const std::string& path, char** words) {
  int releases[2];
  int orders[2];
  must(pipe(releases), "pipe");
  must(pipe(orders), "pipe");
  target = must(fork(), "fork");
  if (target == 0) {
    for (const int fd : {releases[1], orders[1]}) close(fd);
    const int first = fcntl(releases[0], F_DUPFD, 10);
    const int second = fcntl(orders[0], F_DUPFD, 10);
    dup2(first, 3);
    dup2(second, 4);
    execv(path.c_str(), words);
    _exit(126);
  }
  std::signal(SIGPIPE, SIG_IGN);  // write_bytes() knows
  close(releases[0]);
  close(orders[0]);
  release = fcntl(releases[1], F_DUPFD_CLOEXEC, 10);
  order = fcntl(orders[1], F_DUPFD_CLOEXEC, 10);
  const std::string what = words[1];
  const std::size_t count = what == "threads"   ? std::stoul(words[2])
                            : what == "grows"   ? 2
                            : what == "shrinks" ? 3
                                                : 1;
  wait_until([&] { return threads_now().size() == count && all_are("S"); });
  for (const pid_t tid : threads_now()) label(tid);
}

// What has become of them all, when the tracer has let go, or is gone.
int see_to_its_end(bool was_stopped) {
  bool free = true;
  for (const pid_t tid : threads_now()) {
    if (state(tid) == "Z" || state(tid).empty()) continue;
    const bool traced = word_of(tid, "TracerPid:") != "0";
    free = free && !traced;
    say(tid, traced ? "still traced" : "free");
  }
  if (!free) {
    kill(target, SIGKILL);
    return 3;
  }
  if (moment == "inside" || moment == "at-once") {
    const auto rests = [](pid_t tid) {
      const std::string now = state(tid);
      return now.empty() || now == "S" || now == "T" || now == "Z";
    };
    wait_until([&] { return std::ranges::all_of(threads_now(), rests); });
    if (one_is("T")) {
      fmt::print(stderr, "is stopped\n");
      kill(target, SIGKILL);
      return 3;
    }
  }
  if (was_stopped) {
    // It passes through others on its way to one of these.
    wait_until([] { return all_are("T") || all_are("S"); });
    fmt::print(stderr, "{}\n", all_are("T") ? "stays stopped" : "goes on");
    kill(target, SIGCONT);
  }
  end_waits();
  const int status = wait_for(target);
  fmt::print(stderr, "{} {}\n", WIFSIGNALED(status) ? "killed by" : "exit",
             WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
  return 0;
}

How how_to(const Teller& teller, const Threads& threads) {
  return {.children = way("--f"),
          .enough = [&] { return has_come(teller, threads); }};
}

// A tracer that is killed while it follows.
void be_killed(pid_t who) {
  const pid_t tracer = must(fork(), "fork");
  if (tracer == 0) {
    Teller teller;
    Threads threads;
    watching = true;
    moment = "inside";
    const How how = how_to(teller, threads);
    attach(who, threads, how);
    follow(threads, 0, teller, how);
    kill(getpid(), SIGKILL);
  }
  wait_for(tracer);
}

int refusals(int argc, char** argv) {
  static const char* const names[] = {
      "ourselves",  "no_such",      "ended",     "kernel", "ours_already",
      "traced",     "yama_never",   "container", "first",  "not_ours",
      "yama_admin", "yama_parents", "unknown"};
  Facts facts{};
  const auto reset = [&] {
    facts = Facts{.pid = 700, .error = EPERM, .process = 700};
    facts.user = facts.our_user = 1000;
    facts.our_process = 500;
  };
  reset();
  for (int i = 2; i <= argc; ++i) {
    const std::string word = i < argc ? argv[i] : ",";
    if (word == ",") {
      fmt::print("{}\n", names[static_cast<int>(refusal(facts))]);
      reset();
      continue;
    }
    const auto equals = word.find('=');
    const std::string key = word.substr(0, equals);
    const std::string value = word.substr(equals + 1);
    const int number = key == "state" ? 0 : std::stoi(value);
    if (key == "pid") facts.pid = number;
    if (key == "error") facts.error = number;
    if (key == "process") facts.process = number;
    if (key == "state") facts.state = value[0];
    if (key == "kernel") facts.kernel = number != 0;
    if (key == "tracer") facts.tracer = number;
    if (key == "user") facts.user = static_cast<uid_t>(number);
    if (key == "our_process") facts.our_process = number;
    if (key == "our_user") facts.our_user = static_cast<uid_t>(number);
    if (key == "capable") facts.capable = number != 0;
    if (key == "yama") facts.yama = number;
  }
  return 0;
}

int nobody() {
  target = must(fork(), "fork");
  if (target == 0) _exit(0);
  wait_for(target);
  Threads threads;
  try {
    attach(target, threads, {});
  } catch (const std::system_error& error) {
    fmt::print(stderr, "thrown: {}\n", error.what());
  }
  fmt::print(stderr, "{} records\n", threads.size());
  return 0;
}

}  // namespace

// This stands before libc's own, for the learner's file.
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
  if (watching && (request == PTRACE_SEIZE || request == PTRACE_ATTACH) &&
      labels.contains(tid) && labels.at(tid) == "B") {
    before_second_seize();
  }
  const long result = syscall(SYS_ptrace, request, tid, address, data);
  const int error = errno;
  if (watching) {
    tell_request(request, tid, reinterpret_cast<long>(data), result == -1,
                 error);
  }
  errno = error;
  return result;
}

// The tracee is gone at once, though it would stop once more before
// (PTRACE_EVENT_EXIT), as a kernel may do it after a SIGKILL.
extern "C" pid_t waitpid(pid_t pid, int* status, int options) {
  int got = 0;
  const auto wait = [&] {
    return static_cast<pid_t>(syscall(SYS_wait4, pid, &got, options, nullptr));
  };
  pid_t tid = wait();
  while (tid > 0 && letting_go && moment == "ended" && WIFSTOPPED(got) &&
         got >> 16 == PTRACE_EVENT_EXIT) {
    syscall(SYS_ptrace, PTRACE_CONT, tid, nullptr, nullptr);
    tid = wait();
  }
  if (status != nullptr) *status = got;
  return tid;
}

int main(int argc, char** argv) try {
  setvbuf(stderr, nullptr, _IOLBF, 4096);
  if (argc > 1 && std::string(argv[1]) == "refusal") {
    return refusals(argc, argv);
  }
  if (argc > 1 && std::string(argv[1]) == "nobody") return nobody();
  int i = 1;
  while (i < argc && argv[i][0] == '-') ways.insert(argv[i++]);
  moment = argv[i++];
  start(argv[i], argv + i);
  const auto ids = threads_now();
  const pid_t who = way("--second") ? ids.at(1) : target;
  if (way("--taken")) {
    must(static_cast<int>(ptrace(PTRACE_SEIZE, ids.at(1), nullptr, nullptr)),
         "ptrace");
  }
  if (moment == "killed-tracer") {
    be_killed(who);
    return see_to_its_end(false);
  }
  if (moment == "stopped-first") {
    kill(target, SIGSTOP);
    wait_until([] { return all_are("T"); });
  }
  Teller teller;
  Threads threads;
  const How how = how_to(teller, threads);
  watching = true;
  attach(who, threads, how);
  for (const auto& [tid, thread] : threads) {
    if (thread.tid != tid) say(tid, "has a record without its id");
  }
  fmt::print(stderr, "{} records\n", threads.size());
  follow(threads, target, teller, how);
  if (moment == "never") return 0;
  letting_go = true;
  detach(threads, teller);
  letting_go = watching = false;
  fmt::print(stderr, "{} records\n", threads.size());
  if (moment == "ended") return 0;
  return see_to_its_end(teller.is_stopped);
} catch (const std::exception& error) {
  fmt::print(stderr, "probe-09: {}\n", error.what());
  if (target > 0) kill(target, SIGKILL);
  return 1;
}
