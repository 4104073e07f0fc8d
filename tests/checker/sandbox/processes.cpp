#include "processes.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>

#include "descriptors.hpp"

namespace {

// All processes and their parents, from /proc.
std::map<pid_t, pid_t> parents() {
  std::map<pid_t, pid_t> found;
  DIR* proc = opendir("/proc");
  if (!proc) fail("/proc");
  while (const dirent* entry = readdir(proc)) {
    const pid_t pid = std::atoi(entry->d_name);
    if (pid <= 0) continue;
    const Fd file(
        open(("/proc/" + std::string(entry->d_name) + "/stat").c_str(),
             O_RDONLY | O_CLOEXEC));
    char text[512];
    const ssize_t size = read(file.get(), text, sizeof text - 1);
    if (size <= 0) continue;  // it has ended meanwhile
    text[size] = '\0';
    // "pid (name) state ppid": the name may hold anything, a ")" too.
    const char* after_name = strrchr(text, ')');
    pid_t parent = 0;
    if (after_name && std::sscanf(after_name, ") %*c %d", &parent) == 1) {
      found[pid] = parent;
    }
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
