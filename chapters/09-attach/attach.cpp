#include "attach.hpp"

#include <sys/ptrace.h>
#include <sys/wait.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#include "system.hpp"
#include "uninterrupted.hpp"

namespace {

// ESRCH is no error: SIGKILL can end a tracee at any time, and then the next
// wait says so.
[[maybe_unused]] void request(decltype(PTRACE_CONT) what, pid_t tid,
                              long data) {
  if (ptrace(what, tid, nullptr, data) == -1 && errno != ESRCH) fail("ptrace");
}

// The threads of a process, as they are now; none if it is gone.
[[maybe_unused]] std::vector<pid_t> threads_of(pid_t pid) {
  std::vector<pid_t> ids;
  std::error_code gone;
  const std::string path = "/proc/" + std::to_string(pid) + "/task";
  for (std::filesystem::directory_iterator at(path, gone), end;
       !gone && at != end; at.increment(gone)) {
    ids.push_back(std::stoi(at->path().filename()));
  }
  return ids;
}

// After an exec by another thread than the leader, nobody has its old id.
void forget_old_id(Threads& threads, pid_t tid) {
  unsigned long by = 0;
  if (ptrace(PTRACE_GETEVENTMSG, tid, nullptr, &by) == -1) return;
  if (static_cast<pid_t>(by) != tid) threads.erase(static_cast<pid_t>(by));
}

}  // namespace

bool attach_thread([[maybe_unused]] pid_t tid,
                   [[maybe_unused]] const How& how) {
  // TODO 9a: seize it, so that it outlives us, and have it stop once.
  errno = ENOSYS;  // nothing is done yet
  return false;
  // end of 9a
}

void attach(pid_t pid, Threads& threads, const How& how) {
  const std::size_t before = threads.size();
  const bool attached = attach_thread(pid, how);
  const int error = errno;
  if (attached) threads.try_emplace(pid, Thread{pid});
  // TODO 9b: with how.children, its other threads, until nobody new appears.
  // end of 9b
  if (threads.size() > before) return;
  errno = error;
  fail("ptrace");
}

void detach(Threads& threads, Observer& observer) {
  // TODO 9c: they run, and only who stands still can be let go.
  for (const auto& [tid, thread] : threads) {
    request(PTRACE_DETACH, tid, 0);
    observer.detached(thread);
  }
  threads.clear();
  // end of 9c
  while (!threads.empty()) {
    int status = 0;
    const pid_t tid = waitpid(-1, &status, __WALL);
    if (tid == -1 && errno == EINTR) continue;
    if (tid == -1) fail("waitpid");
    const Stop stop = stop_of(status);
    if (stop == Stop::event || stop == Stop::syscall) continue_call(tid);
    if (stop == Stop::exec) forget_old_id(threads, tid);
    const auto found = threads.find(tid);
    if (found == threads.end()) {  // it has begun meanwhile, or was let go
      if (stop != Stop::end) request(PTRACE_DETACH, tid, 0);
      continue;
    }
    Thread& thread = found->second;
    // TODO 9d: let it go. With which signal? And if it is gone?
    request(PTRACE_DETACH, tid, 0);
    observer.detached(thread);
    // end of 9d
    threads.erase(tid);
  }
}

Refusal refusal([[maybe_unused]] const Facts& facts) {
  // TODO 9e: which of them is it?
  return Refusal::unknown;
  // end of 9e
}
