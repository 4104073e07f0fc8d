#include "observers.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>

#include "names.hpp"
#include "siginfo.hpp"
#include "summary.hpp"
#include "system.hpp"

namespace {

// All calls in one table, whoever made them.
struct Counter : Observer {
  explicit Counter(CallText& text) : text(text) {}
  void left(const Thread& thread) override {
    if (text.shown(thread)) summary.count(thread.call);
  }
  CallText& text;
  Summary summary;
};

// strace's lines. A call's line is begun at its entry and ended at its exit;
// what comes between from another thread cuts it in two.
class Lines : public Observer {
 public:
  Lines(const Options& options, CallText& text)
      : text_(text),
        log_(options.log),
        follow_(options.follow),
        to_file_(!options.output.empty()),
        on_screen_(!to_file_ && isatty(STDERR_FILENO) == 1) {}

  void attached(const Thread& thread) override {
    ++alive_;
    if (to_file_) return;
    cut();
    fmt::print(log_, "{}: Process {} attached\n", program_invocation_short_name,
               thread.tid);
  }

  void entered(const Thread& thread) override {
    Abi& abi = abis_.try_emplace(thread.tid, Abi::native).first->second;
    if (thread.call.abi != abi) {
      abi = thread.call.abi;
      line(thread, fmt::format("[ Process PID={} runs in {} bit mode. ]",
                               thread.tid, abi == Abi::native ? 64 : 32));
    }
    if (!text_.shown(thread)) return;
    begin(thread);
    add(text_.at_entry(thread));
    open_ = thread.tid;
    if (on_screen_) std::fflush(log_);
  }

  void left(const Thread& thread) override {
    if (!text_.shown(thread)) return;
    if (open_ != thread.tid) {
      begin(thread);
      add(fmt::format("<... {} resumed>",
                      syscall_name(thread.call.number, thread.call.abi)));
    }
    add(text_.at_exit(thread));
    const std::size_t column = std::max(text_.column(), width_ + 1);
    fmt::print(log_, "{:{}}= {}\n", "", column - width_, text_.result(thread));
    open_ = 0;
  }

  void signalled(const Thread& thread, int signal) override {
    siginfo_t info{};
    if (ptrace(PTRACE_GETSIGINFO, thread.tid, nullptr, &info) == -1) {
      // One that could not be seized tells of a group-stop in this way.
      if (errno != EINVAL) fail("ptrace");
      stopped(thread, signal);
      return;
    }
    line(thread, fmt::format("--- {} ---", signal_text(info)));
  }

  void stopped(const Thread& thread, int signal) override {
    line(thread, fmt::format("--- stopped by {} ---", signal_name(signal)));
  }

  void superseded(const Thread& leader, pid_t by) override {
    --alive_;
    if (open_ == by) {
      fmt::print(log_, " <pid changed to {} ...>\n", leader.tid);
      open_ = 0;
    }
    line(leader, fmt::format("+++ superseded by execve in pid {} +++", by));
    abis_.erase(by);
    text_.forget(by);
  }

  void ended(const Thread& thread, int wait_status) override {
    // With one process alone, its last line is run_program's.
    if (follow_) line(thread, last_line(wait_status));
    abis_.erase(thread.tid);
    text_.forget(thread.tid);
    --alive_;
  }

 private:
  // Ends the line of a call that is still going on.
  void cut() {
    if (open_ != 0) fmt::print(log_, " <unfinished ...>\n");
    open_ = 0;
  }

  // Whose line it is: always in a file, on the screen when it could be
  // another's.
  void begin(const Thread& thread) {
    cut();
    width_ = 0;
    if (!follow_) return;
    if (to_file_) {
      add(fmt::format("{:<5} ", thread.tid));
    } else if (alive_ > 1) {
      add(fmt::format("[pid {:5}] ", thread.tid));
    }
  }

  void add(const std::string& text) {
    width_ += text.size();
    std::fwrite(text.data(), 1, text.size(), log_);
  }

  void line(const Thread& thread, const std::string& text) {
    begin(thread);
    fmt::print(log_, "{}\n", text);
  }

  CallText& text_;
  std::FILE* log_;
  bool follow_;
  bool to_file_;
  bool on_screen_;
  int alive_ = 1;
  std::size_t width_ = 0;      // of the line that is being written
  pid_t open_ = 0;             // the thread whose call's line is not ended
  std::map<pid_t, Abi> abis_;  // of its last call
};

}  // namespace

std::string CallText::at_entry(const Thread& thread) {
  return syscall_name(thread.call.number, thread.call.abi);
}

std::string CallText::result(const Thread& thread) {
  return result_text(thread.call.result);
}

int follow_or_count(pid_t tracee, const Options& options, CallText& text) {
  const How how{.children = options.follow};
  if (!options.count) {
    Lines lines(options, text);
    return follow(tracee, lines, how);
  }
  Counter counter(text);
  const int status = follow(tracee, counter, how);
  fmt::print(options.log, "{}", counter.summary.table());
  return status;
}

int follow_or_count(pid_t tracee, const Options& options) {
  CallText names;
  return follow_or_count(tracee, options, names);
}
