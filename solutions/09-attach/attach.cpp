#include "attach.hpp"

#include <sys/ptrace.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#include "proc.hpp"
#include "request.hpp"
#include "system.hpp"
#include "uninterrupted.hpp"

namespace {

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

// Does none of them stop before something else has happened? In a vfork a
// thread cannot be interrupted, and in a wait for a disk (D in proc(5)).
bool none_can_stop(const Threads& threads) {
  return std::ranges::all_of(threads, [](const auto& one) {
    const std::vector<std::string> stat = stat_of(one.first);
    return !stat.empty() && stat[0] == "D";
  });
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
  const long options = follow_options(how) & ~PTRACE_O_EXITKILL;
  if (ptrace(PTRACE_SEIZE, tid, nullptr, options) == -1) return false;
  return ptrace(PTRACE_INTERRUPT, tid, nullptr, nullptr) == 0;
  // end of 9a
}

void attach(pid_t pid, Threads& threads, const How& how) {
  const std::size_t before = threads.size();
  const bool attached = attach_thread(pid, how);
  const int error = errno;
  if (attached) threads.try_emplace(pid, Thread{pid});
  // TODO 9b: with how.children, its other threads, until nobody new appears.
  for (bool again = how.children; again;) {
    again = false;
    for (const pid_t tid : threads_of(pid)) {
      if (threads.contains(tid)) continue;
      const bool is_new = attach_thread(tid, how);
      if (is_new) threads.try_emplace(tid, Thread{tid});
      // If it was gone, the list may have missed the one behind it.
      if (is_new || errno == ESRCH) again = true;
    }
  }
  // end of 9b
  if (threads.size() > before) return;
  errno = error;
  fail("ptrace");
}

void detach(Threads& threads, Observer& observer) {
  // TODO 9c: they run, and only who stands still can be let go.
  for (const auto& [tid, thread] : threads) request(PTRACE_INTERRUPT, tid, 0);
  // end of 9c
  while (!threads.empty()) {
    int status = 0;
    const pid_t tid = waitpid(-1, &status, __WALL);
    if (tid == -1 && errno == EINTR) {
      // It is our own end that has come, and then the kernel lets them go.
      if (none_can_stop(threads)) break;
      continue;
    }
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
    if (stop == Stop::syscall && !thread.inside) {
      // Let go here, it would enter a call with our interruption on its mind.
      // So it is interrupted inside of it.
      request(PTRACE_INTERRUPT, tid, 0);
      request(PTRACE_CONT, tid, 0);
      continue;
    }
    // TODO 9d: let it go. With which signal? And if it is gone?
    if (stop == Stop::end) {
      if (thread.inside) observer.left(thread);
      observer.ended(thread, status);
    } else {
      request(PTRACE_DETACH, tid, stop == Stop::signal ? WSTOPSIG(status) : 0);
      observer.detached(thread);
    }
    // end of 9d
    threads.erase(tid);
  }
  for (const auto& [tid, thread] : threads) observer.detached(thread);
  threads.clear();
}

Refusal refusal([[maybe_unused]] const Facts& facts) {
  // TODO 9e: which of them is it?
  const bool ended = facts.state == 'Z' || facts.state == 'X';
  if (facts.process == facts.our_process) return Refusal::ourselves;
  if (facts.process == 0) return Refusal::no_such;
  if (ended) return Refusal::ended;
  if (facts.kernel) return Refusal::kernel;
  if (facts.tracer == facts.our_process) return Refusal::ours_already;
  if (facts.tracer != 0) return Refusal::traced;
  if (facts.yama == 3) return Refusal::yama_never;
  if (facts.capable) return Refusal::unknown;
  if (facts.our_user == 0) return Refusal::container;
  if (facts.pid == 1) return Refusal::first;
  if (facts.user != facts.our_user) return Refusal::not_ours;
  if (facts.yama == 2) return Refusal::yama_admin;
  if (facts.yama == 1) return Refusal::yama_parents;
  return Refusal::unknown;
  // end of 9e
}
