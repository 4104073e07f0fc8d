#include "processes.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "descriptors.hpp"

namespace {

// /proc/PID/NAME; "" if the process has ended.
std::string proc_file(pid_t pid, const char* name) {
  const Fd file(open(("/proc/" + std::to_string(pid) + "/" + name).c_str(),
                     O_RDONLY | O_CLOEXEC));
  char text[4096];
  const ssize_t size = read(file.get(), text, sizeof text);
  return size <= 0 ? "" : std::string(text, static_cast<std::size_t>(size));
}

struct Stat {
  char state = '\0';
  pid_t parent = 0;
  unsigned flags = 0;
};

Stat read_stat(pid_t pid) {
  // "pid (name) state ppid pgrp session tty_nr tpgid flags": the name may hold
  // anything, a ")" too.
  const std::string text = proc_file(pid, "stat");
  const auto after_name = text.rfind(')');
  Stat stat;
  if (after_name == text.npos ||
      std::sscanf(text.c_str() + after_name, ") %c %d %*d %*d %*d %*d %u",
                  &stat.state, &stat.parent, &stat.flags) != 3) {
    return {};
  }
  return stat;
}

// All processes and their parents, from /proc.
std::map<pid_t, pid_t> parents() {
  std::map<pid_t, pid_t> found;
  DIR* proc = opendir("/proc");
  if (!proc) fail("/proc");
  while (const dirent* entry = readdir(proc)) {
    const pid_t pid = std::atoi(entry->d_name);
    if (pid <= 0) continue;
    const Stat stat = read_stat(pid);
    if (stat.state != '\0') found[pid] = stat.parent;
  }
  closedir(proc);
  return found;
}

}  // namespace

std::vector<pid_t> descendants() {
  const auto parent_of = parents();
  const pid_t self = getpid();
  std::vector<pid_t> found;
  for (const auto& [pid, parent] : parent_of) {
    // A chain longer than all processes is one that changed as it was read.
    std::size_t steps = 0;
    for (auto at = parent_of.find(pid);
         at != parent_of.end() && steps <= parent_of.size(); ++steps) {
      if (at->second == self) {
        found.push_back(pid);
        break;
      }
      at = parent_of.find(at->second);
    }
  }
  return found;
}

std::chrono::milliseconds time_kept_waiting() {
  // Three numbers: on a processor, waiting for one (both in ns), how often.
  long long longest = 0;
  for (const pid_t pid : descendants()) {
    long long waited = 0;
    std::sscanf(proc_file(pid, "schedstat").c_str(), "%*s %lld", &waited);
    longest = std::max(longest, waited);
  }
  return std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::nanoseconds(longest));
}

bool is_ready_to_run(pid_t pid) { return read_stat(pid).state == 'R'; }

bool is_ending(pid_t pid) {
  constexpr unsigned exiting = 4;  // PF_EXITING of linux/sched.h
  const Stat stat = read_stat(pid);
  if (stat.state == 'Z') return false;  // and its parent does not look
  if ((stat.flags & exiting) != 0) return true;
  // Line after line "SigPnd:\t0000000000000100"; SIGKILL is bit 8.
  const std::string status = proc_file(pid, "status");
  for (const char* pending : {"\nSigPnd:\t", "\nShdPnd:\t"}) {
    const auto at = status.find(pending);
    if (at == status.npos) continue;
    const char* mask = status.c_str() + at + strlen(pending);
    if ((std::strtoull(mask, nullptr, 16) >> (SIGKILL - 1) & 1) != 0) {
      return true;
    }
  }
  return false;
}

bool is_stopped(pid_t pid) {
  const char state = read_stat(pid).state;
  return state == 'T' || state == 't';
}
