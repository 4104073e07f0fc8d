#include "attach_or_run.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <system_error>

#include "attach.hpp"
#include "log.hpp"
#include "refused.hpp"
#include "request.hpp"
#include "seize.hpp"
#include "signals.hpp"
#include "system.hpp"

namespace {

constexpr int exit_with_1 = 1 << 8;  // as a wait status

void try_to_attach(pid_t pid, Threads& threads, const Options& options,
                   const How& how) {
  const std::size_t before = threads.size();
  try {
    attach(pid, threads, how);
  } catch (const std::system_error& error) {
    write_all(STDERR_FILENO,
              fmt::format("{}: cannot attach to {}: {}\n",
                          program_invocation_short_name, pid,
                          refusal_text(facts_of(pid, error.code().value()))));
    return;
  }
  const std::size_t count = threads.size() - before;
  announce(options,
           fmt::format("Process {} attached", pid) +
               (count > 1 ? fmt::format(" with {} threads", count) : ""));
}

}  // namespace

int attach_or_run(const Options& options, CallText& text,
                  const std::function<pid_t()>& start) {
  const How how{.children = options.follow,
                .enough = [] { return end_signal().number != 0; }};
  Threads threads;
  pid_t command = 0;
  if (!options.command.empty()) {
    command = start();
    seize(command, follow_options(how));
    threads.try_emplace(command, Thread{command});
  }
  for (const pid_t pid : options.attach) {
    try_to_attach(pid, threads, options, how);
  }
  if (threads.empty()) return exit_with_1;

  return observe(options, text, threads.size(), [&](Observer& observer) {
    if (command != 0) request(PTRACE_SYSCALL, command);
    const int status = follow(threads, command, observer, how);
    const EndSignal end = end_signal();
    if (end.number == 0) return status;
    const bool command_lives = threads.contains(command);
    detach(threads, observer);
    // A terminal has sent it to the command as well.
    if (command_lives && !end.from_terminal) kill(command, end.number);
    return end.number;  // as a wait status: death by that signal
  });
}
