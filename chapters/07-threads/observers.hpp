// What -f and -c make of a run: strace's lines, or one table. Given.
#pragma once

#include <sys/types.h>

#include "follow.hpp"
#include "program.hpp"

/// What is written of a call: its name. A later chapter knows more.
struct CallText {
  virtual ~CallText() = default;
  /// Is it to be seen at all?
  virtual bool shown(const Thread&) { return true; }
  /// What is known when it is entered, and what is added when it is left: the
  /// two together are the line, up to the blank before its "=".
  virtual std::string at_entry(const Thread& thread);
  virtual std::string at_exit(const Thread&) { return ""; }
  /// What stands behind the "=".
  virtual std::string result(const Thread& thread);
  /// The column that the "=" stands in, if there is room.
  virtual std::size_t column() { return 0; }
  /// The thread is no more.
  virtual void forget(pid_t) {}
};

/// Runs `body` with the observer that `options` ask for: one that writes calls
/// to options.log as they are made, or their table when `body` is over. `alive`
/// threads are followed at the start. Gives what `body` gives.
int observe(const Options& options, CallText& text, std::size_t alive,
            const std::function<int(Observer&)>& body);

/// "tracer: Process 7 attached", where strace says that.
void announce(const Options& options, const std::string& text);

/// Runs a tracee made by launch() to its end, with options.follow all its
/// threads and children, too, and writes their calls to options.log. Gives the
/// wait status that the tracee itself ended with.
int follow_or_count(pid_t tracee, const Options& options, CallText& text);
int follow_or_count(pid_t tracee, const Options& options);
