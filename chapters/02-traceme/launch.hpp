// Starting a command as a tracee, and seeing it to its end. See ptrace(2).
#pragma once

#include <sys/ptrace.h>
#include <sys/types.h>

#include <functional>
#include <string>
#include <system_error>
#include <vector>

/// The command could not be executed; code() is execve(2)'s errno.
struct LaunchError : std::system_error {
  using std::system_error::system_error;
};

/// The new process could not become a tracee; code() is ptrace(2)'s errno.
struct TraceError : std::system_error {
  using std::system_error::system_error;
};

/// What every tracee is set to at its first stop (PTRACE_SETOPTIONS):
/// EXITKILL: it does not outlive its tracer, however that ends.
/// TRACEEXEC: a later execve reports itself as an event. Without it the kernel
/// sends a SIGTRAP that looks like a signal of the tracee's own.
inline constexpr long tracee_options = PTRACE_O_EXITKILL | PTRACE_O_TRACEEXEC;

/// Starts `argv` (found through PATH) as a tracee of this process and gives its
/// process id. The tracee has executed the command and is stopped before its
/// first instruction; tracee_options are set. `before_exec` (chapter 06 has a
/// use for it) runs in the new process just before the exec; if it gives false,
/// with errno set, that counts as an exec that failed.
/// No command runs untraced. Its signals, blocked and ignored, are those that
/// this process was called with.
/// Throws TraceError if the new process may not be traced, LaunchError if the
/// command cannot be executed (EINVAL for an empty argv), std::system_error if
/// another call fails, std::runtime_error if the new process ended before its
/// exec without a word, or stands still there. Then no process is left.
pid_t launch(const std::vector<std::string>& argv,
             const std::function<bool()>& before_exec = {});

/// Lets a stopped tracee run to its end. Every signal it is sent reaches it.
/// Gives the wait status it ended with (waitpid(2)): an exit or a signal.
int run_to_end(pid_t tracee);

/// The exit status for a tracer whose tracee ended so, as a shell forms it:
/// the tracee's own, or 128+N if signal N ended it.
int exit_code(int wait_status);
