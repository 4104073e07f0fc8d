// hostile WAY: does harm in one of many ways. For the tests of the sandbox, and
// only ever run inside it: outside, it means it.
#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace {

[[noreturn]] void sleep_for_ever() {
  for (;;) pause();
}

void bomb(bool detached) {
  for (;;) {
    if (fork() == 0 && detached) setsid();
  }
}

int kill_all() {
  kill(-1, SIGKILL);
  return 0;  // if it was refused
}

int kill_parent() {
  kill(getppid(), SIGKILL);
  kill(getppid(), SIGSTOP);
  return 0;
}

int flood(int fd) {
  const std::string text(1 << 16, 'x');
  for (long total = 0; total < 1L << 30; total += 1 << 16) {
    if (write(fd, text.data(), text.size()) == -1) return 1;
  }
  return 0;
}

int leave_child() {
  if (fork() == 0) sleep_for_ever();
  return 0;
}

int leave_daemon() {
  if (fork() == 0) {
    setsid();
    if (fork() == 0) sleep_for_ever();
    _exit(0);
  }
  wait(nullptr);
  return 0;
}

// A tracee in a ptrace-stop, with nobody to resume it.
int leave_stopped() {
  const pid_t tracee = fork();
  if (tracee == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    sleep_for_ever();
  }
  waitpid(tracee, nullptr, 0);
  return 0;
}

int wait_for_ever() {
  const pid_t tracee = fork();
  if (tracee == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
  }
  for (;;) {
    if (waitpid(-1, nullptr, 0) == -1) return 1;
  }
}

int ignore_signals() {
  for (int signal = 1; signal < 65; ++signal) ::signal(signal, SIG_IGN);
  for (;;) {
  }
}

int close_and_sleep() {
  close(1);
  close(2);
  sleep_for_ever();
}

int eat_memory() {
  for (;;) {
    void* page = std::malloc(64 << 20);
    if (!page) return 3;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::map<std::string, int (*)()> ways = {
      {"kill-all", kill_all},
      {"kill-parent", kill_parent},
      {"fork-bomb", [] { return bomb(false), 0; }},
      {"detached-bomb", [] { return bomb(true), 0; }},
      {"endless-loop",
       [] {
         for (;;) {
         }
         return 0;
       }},
      {"ignore-signals", ignore_signals},
      {"flood-out", [] { return flood(1); }},
      {"flood-err", [] { return flood(2); }},
      {"leave-child", leave_child},
      {"leave-daemon", leave_daemon},
      {"leave-stopped", leave_stopped},
      {"wait-for-ever", wait_for_ever},
      {"close-and-sleep", close_and_sleep},
      {"eat-memory", eat_memory},
  };
  const auto way = ways.find(argc > 1 ? argv[1] : "");
  if (way == ways.end()) {
    fmt::print(stderr, "hostile: no such way\n");
    return 2;
  }
  // Nothing of it outlives a test of two minutes, even if the sandbox fails.
  alarm(120);
  return way->second();
}
