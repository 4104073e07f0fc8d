#include "keeper.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <set>
#include <stdexcept>

#include "namespaces.hpp"
#include "processes.hpp"
#include "processors.hpp"
#include "program.hpp"

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

class Keeper {
 public:
  Keeper(const Limits& limits, pid_t program, Fd errors, const Fd& leash,
         const Fd& children)
      : limits_(limits),
        program_(program),
        errors_(std::move(errors)),
        leash_(leash),
        children_(children) {}

  LastWord keep() {
    first_pid_ = last_pid();
    bool cut = false;  // the checker wants the end, or is gone
    while (!ended_ && !cut && !bomb_) {
      cut = wait_a_moment();
      reap();
      bomb_ = too_many();
    }
    // What ends by itself a moment after the program is no survivor.
    // Who wants a processor and has none yet may be about to end; who has been
    // killed already surely is.
    const milliseconds grace = scaled(milliseconds(30));
    const milliseconds most = scaled(milliseconds(2000));
    const milliseconds dying = scaled(milliseconds(60000));
    const auto ended = Clock::now() - time_kept_waiting();
    while (!alone_ && !cut && !bomb_ &&
           (Clock::now() < ended + grace + time_kept_waiting() ||
            (Clock::now() < ended + most && one_is(is_ready_to_run)) ||
            (Clock::now() < ended + dying && one_is(is_ending)))) {
      cut = wait_a_moment();
      reap();
    }
    if (!alone_) {
      word_.survivors = static_cast<unsigned>(descendants().size());
      end_all();
    }
    if (bomb_) word_ = {Outcome::End::too_many_processes, 0, word_.survivors};
    return word_;
  }

 private:
  static bool one_is(bool (*so)(pid_t)) {
    const std::vector<pid_t> found = descendants();
    return std::any_of(found.begin(), found.end(), so);
  }

  // Until a child ends, but not long: bombs are watched for. True: cut off.
  bool wait_a_moment() {
    pollfd polled[] = {{children_.get(), POLLIN, 0}, {leash_.get(), POLLIN, 0}};
    must(poll(polled, 2, 5), "poll");
    signalfd_siginfo info;
    if (polled[0].revents != 0 &&
        read(children_.get(), &info, sizeof info) == -1 && errno != EAGAIN) {
      fail("signalfd");
    }
    return polled[1].revents != 0;
  }

  void reap() {
    int status = 0;
    pid_t child = 0;
    while ((child = waitpid(-1, &status, WNOHANG | __WALL)) > 0) {
      if (child != program_) continue;
      ended_ = true;
      int error = 0;
      if (read(errors_.get(), &error, sizeof error) == sizeof error) {
        word_ = {Outcome::End::not_started, error, 0};
      } else if (WIFEXITED(status)) {
        word_ = {Outcome::End::exited, WEXITSTATUS(status), 0};
      } else {
        word_ = {Outcome::End::signalled, WTERMSIG(status), 0};
      }
    }
    alone_ = child == -1 && errno == ECHILD;
  }

  // The last process id given out, cheaply; in a namespace it is the
  // namespace's.
  static long last_pid() {
    const Fd file(open("/proc/loadavg", O_RDONLY | O_CLOEXEC));
    char text[128] = "";
    if (read(file.get(), text, sizeof text - 1) <= 0) return 0;
    const char* space = strrchr(text, ' ');
    return space ? std::atol(space) : 0;
  }

  // Counting takes a while, so it waits for as many new ids as are permitted.
  bool too_many() const {
    const long given = last_pid() - first_pid_;
    if (given >= 0 && given <= static_cast<long>(limits_.processes))
      return false;
    return descendants().size() > limits_.processes;
  }

  // Ends every descendant. Each round stops those that it finds, so that they
  // make no new ones, and then ends them.
  void end_all() {
    while (!alone_) {
      if (uses_namespaces()) {
        // As pid 1 of a namespace this reaches all others in it at once.
        if (getpid() != 1) throw std::logic_error("the keeper is not pid 1");
        kill(-1, SIGKILL);
      } else {
        for (const int signal : {SIGSTOP, SIGKILL}) {
          const std::vector<pid_t> found = descendants();
          // Whole groups first, which no fork can escape; then one by one.
          std::set<pid_t> groups;
          for (const pid_t pid : found) groups.insert(getpgid(pid));
          for (const pid_t pid : found) {
            if (groups.count(pid) > 0) kill(-pid, signal);
          }
          for (const pid_t pid : found) kill(pid, signal);
        }
      }
      wait_a_moment();
      reap();
    }
  }

  Limits limits_;
  pid_t program_;
  Fd errors_;
  const Fd& leash_;
  const Fd& children_;
  LastWord word_{Outcome::End::exited, 0, 0};
  long first_pid_ = 0;
  bool ended_ = false;
  bool alone_ = false;
  bool bomb_ = false;
};

}  // namespace

[[noreturn]] void live_as_keeper(const std::vector<std::string>& argv,
                                 const RunOptions& options, Fd out, Fd err,
                                 const Fd& leash, const Fd& words, uid_t uid,
                                 gid_t gid, pid_t checker) {
  try {
    if (uses_namespaces()) {
      furnish_namespaces(uid, gid);
    } else {
      must(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), "prctl");
    }
    must(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl");  // not to be traced
    must(prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0), "prctl");
    must(setpgid(0, 0), "setpgid");
    sigset_t child_ended;
    sigemptyset(&child_ended);
    sigaddset(&child_ended, SIGCHLD);
    must(sigprocmask(SIG_BLOCK, &child_ended, nullptr), "sigprocmask");
    const Fd children(must(
        signalfd(-1, &child_ended, SFD_CLOEXEC | SFD_NONBLOCK), "signalfd"));
    Pipe errors;
    const Processors processors;
    processors.move_to_one();  // the program inherits it
    const pid_t program = must(fork(), "fork");
    if (program == 0) become(argv, options, out, err, errors.write, checker);
    processors.move_to_rest();
    out.reset();
    err.reset();
    errors.write.reset();
    const LastWord word =
        Keeper(options.limits, program, std::move(errors.read), leash, children)
            .keep();
    if (write(words.get(), &word, sizeof word) != sizeof word) _exit(1);
    _exit(0);
  } catch (const std::system_error& error) {
    const int code = -error.code().value();
    _exit(write(words.get(), &code, sizeof code) == -1 ? 1 : 0);
  } catch (const std::exception&) {
    _exit(1);  // no report: the checker says so
  }
}
