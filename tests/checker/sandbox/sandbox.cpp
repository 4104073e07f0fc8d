#include "sandbox.hpp"

#include <poll.h>
#include <signal.h>
#include <string.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "keeper.hpp"
#include "namespaces.hpp"
#include "processes.hpp"

// Three processes: the checker calls run(); a keeper, its child, starts the
// program and ends all that the program leaves behind; the program itself. With
// namespaces the keeper is their first process, pid 1, and so the program is
// not: pid 1 is spared the signals that it has no handler for.

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// Appends what there is to read. False at the end.
bool receive(const Fd& from, std::string& to, std::size_t most) {
  char buffer[1 << 16];
  const ssize_t size = read(from.get(), buffer, sizeof buffer);
  if (size == -1 && (errno == EINTR || errno == EAGAIN)) return true;
  if (size == -1) fail("read");
  to.append(buffer, std::min(static_cast<std::size_t>(size), most));
  return size != 0;
}

}  // namespace

double time_scale() {
  const char* text = std::getenv("CHECK_TIMEOUT_SCALE");
  const double scale = text ? std::atof(text) : 1;
  return scale > 0 ? scale : 1;
}

milliseconds scaled(milliseconds time) {
  return milliseconds(
      std::llround(static_cast<double>(time.count()) * time_scale()));
}

Outcome run(const std::vector<std::string>& argv, const RunOptions& options) {
  if (argv.empty()) throw std::invalid_argument("run: no program");
  const bool namespaces = uses_namespaces();
  sets_no_new_privs();  // found out here, and known in the keeper
  Pipe out, err, leash, words;
  const uid_t uid = geteuid();
  const gid_t gid = getegid();
  const pid_t checker = getpid();
  const auto start = Clock::now();

  const pid_t keeper = namespaces ? fork_into_namespaces() : fork();
  if (keeper == -1) fail("fork");
  if (keeper == 0) {
    leash.write.reset();
    words.read.reset();
    out.read.reset();
    err.read.reset();
    live_as_keeper(argv, options, std::move(out.write), std::move(err.write),
                   leash.read, words.write, uid, gid, checker);
  }
  out.write.reset();
  err.write.reset();
  leash.read.reset();
  words.write.reset();

  Outcome outcome;
  std::string word_bytes;
  bool cut = false;
  const auto cut_off = [&](Outcome::End why) {
    if (cut) return;
    cut = true;
    outcome.end = why;
    outcome.elapsed =
        std::chrono::duration_cast<milliseconds>(Clock::now() - start);
    leash.write.reset();  // the keeper sees it and ends all
  };
  const auto limit = scaled(options.limits.time);
  auto deadline = start + limit;
  // Over the time limit? What a process waited for a processor is no part of
  // it, up to a point: of ten, that all want to run, each waits for nine.
  const auto is_late = [&] {
    if (Clock::now() < deadline) return false;
    const auto waited = std::min(time_kept_waiting(), 10 * limit);
    deadline = std::max(deadline, start + limit + waited);
    return Clock::now() >= deadline;
  };
  int stopped = 0;  // how often the keeper was found so, in a row
  bool open[3] = {true, true, true};
  while (open[0] || open[1] || open[2]) {
    pollfd polled[3] = {{open[0] ? out.read.get() : -1, POLLIN, 0},
                        {open[1] ? err.read.get() : -1, POLLIN, 0},
                        {open[2] ? words.read.get() : -1, POLLIN, 0}};
    const auto left =
        std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
    const int wait =
        cut ? 100 : static_cast<int>(std::max<long>(0, left.count() + 1));
    const int ready = poll(polled, 3, wait);
    if (ready == -1 && errno != EINTR) fail("poll");
    if (ready == 0 && cut) {
      // It has much to end, perhaps, and then goes on with it. Only one that
      // was tampered with stands still; without it nobody ends the others.
      stopped = is_stopped(keeper) ? stopped + 1 : 0;
      if (stopped > 0) kill(keeper, SIGCONT);
      if (stopped > 20) {
        kill(keeper, SIGKILL);
        break;
      }
    }
    const auto room = [&] {
      const std::size_t have = outcome.out.size() + outcome.err.size();
      return have < options.limits.output ? options.limits.output - have : 0;
    };
    if (polled[0].revents != 0)
      open[0] = receive(out.read, outcome.out, room());
    if (polled[1].revents != 0)
      open[1] = receive(err.read, outcome.err, room());
    if (polled[2].revents != 0) {
      open[2] = receive(words.read, word_bytes, sizeof(LastWord));
    }
    if (room() == 0) cut_off(Outcome::End::flooded);
    // With the last word all processes are gone; what they wrote is in the
    // pipes.
    if (open[2] && is_late()) {
      cut_off(Outcome::End::timed_out);
    }
  }
  wait_for(keeper);
  if (word_bytes.size() == sizeof(int)) {
    int code = 0;
    memcpy(&code, word_bytes.data(), sizeof code);
    throw std::system_error(-code, std::generic_category(), "sandbox");
  }
  if (word_bytes.size() != sizeof(LastWord)) {
    throw std::runtime_error("the sandbox's own process was ended");
  }
  LastWord word;
  memcpy(&word, word_bytes.data(), sizeof word);
  outcome.survivors = word.survivors;
  if (!cut || word.end == Outcome::End::too_many_processes) {
    outcome.end = word.end;
    outcome.code = word.code;
    outcome.elapsed =
        std::chrono::duration_cast<milliseconds>(Clock::now() - start);
  }
  return outcome;
}
