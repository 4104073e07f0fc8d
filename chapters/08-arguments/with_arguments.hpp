// The lines of a trace with their arguments, as strace writes them. Given.
#pragma once

#include <map>
#include <set>

#include "arguments.hpp"
#include "observers.hpp"

/// What is written of a call: `openat(AT_FDCWD, "/etc/passwd", O_RDONLY)`, with
/// options.style, for the calls of options.trace.
class WithArguments : public CallText {
 public:
  /// Throws BadUsage for a call that does not exist.
  explicit WithArguments(const Options& options);

  bool shown(const Thread& thread) override;
  std::string at_entry(const Thread& thread) override;
  std::string at_exit(const Thread& thread) override;
  std::string result(const Thread& thread) override;
  std::size_t column() override { return style_.column; }
  void forget(pid_t tid) override { calls_.erase(tid); }

 private:
  Call& call_of(const Thread& thread);

  Style style_;
  std::set<std::string> names_;  // empty: all
  std::map<pid_t, Call> calls_;  // that were entered
};
