#include "observers.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <map>

#include "log.hpp"
#include "names.hpp"
#include "siginfo.hpp"
#include "summary.hpp"
#include "system.hpp"

namespace {

// What is said of a process itself. With -o and a command nobody is there to
// read it.
class Announcer {
 public:
  explicit Announcer(const Options& options)
      : log_(options.log),
        quiet_(!options.output.empty() && !options.command.empty()),
        to_file_(!options.output.empty()) {}

  void say(const std::string& text) const {
    if (quiet_) return;
    const std::string line =
        fmt::format("{}: {}\n", program_invocation_short_name, text);
    if (to_file_) {
      write_all(STDERR_FILENO, line);
    } else {
      std::fwrite(line.data(), 1, line.size(), log_);
    }
  }
  bool in_the_log() const { return !to_file_; }

 private:
  std::FILE* log_;
  bool quiet_;
  bool to_file_;
};

// All calls in one table, whoever made them.
struct Counter : Observer {
  Counter(const Options& options, CallText& text)
      : announcer(options), text(text) {}
  void left(const Thread& thread) override {
    if (text.shown(thread)) summary.count(thread.call);
  }
  void detached(const Thread& thread) override {
    announcer.say(fmt::format("Process {} detached", thread.tid));
  }
  Announcer announcer;
  CallText& text;
  Summary summary;
};

// strace's lines. A call's line is begun at its entry and ended at its exit;
// what comes between from another thread cuts it in two.
class Lines : public Observer {
 public:
  Lines(const Options& options, CallText& text, std::size_t alive)
      : announcer_(options),
        text_(text),
        log_(options.log),
        alive_(alive),
        ids_(options.follow || alive > 1),
        ends_(options.follow || !options.attach.empty()),
        to_file_(!options.output.empty()),
        at_once_(!to_file_) {}

  void attached(const Thread& thread) override {
    ++alive_;
    if (announcer_.in_the_log()) cut();
    announcer_.say(fmt::format("Process {} attached", thread.tid));
  }

  void detached(const Thread& thread) override {
    announcer_.say(fmt::format("Process {} detached", thread.tid));
    if (open_ == thread.tid) {
      fmt::print(log_, " <detached ...>\n");
      open_ = 0;
    }
    forget(thread);
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
    if (at_once_) std::fflush(log_);
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
    // With a command alone, its last line is run_program's.
    if (ends_) line(thread, last_line(wait_status));
    forget(thread);
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
    if (!ids_) return;
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

  void forget(const Thread& thread) {
    abis_.erase(thread.tid);
    text_.forget(thread.tid);
    --alive_;
  }

  Announcer announcer_;
  CallText& text_;
  std::FILE* log_;
  std::size_t alive_;  // how many are followed
  bool ids_;           // they can be several
  bool ends_;          // the end of each has a line
  bool to_file_;
  bool at_once_;               // a call is written when it is entered
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

void announce(const Options& options, const std::string& text) {
  Announcer(options).say(text);
}

int observe(const Options& options, CallText& text, std::size_t alive,
            const std::function<int(Observer&)>& body) {
  if (!options.count) {
    Lines lines(options, text, alive);
    return body(lines);
  }
  Counter counter(options, text);
  const int status = body(counter);
  fmt::print(options.log, "{}", counter.summary.table());
  return status;
}

int follow_or_count(pid_t tracee, const Options& options, CallText& text) {
  return observe(options, text, 1, [&](Observer& observer) {
    return follow(tracee, observer, {.children = options.follow});
  });
}

int follow_or_count(pid_t tracee, const Options& options) {
  CallText names;
  return follow_or_count(tracee, options, names);
}
