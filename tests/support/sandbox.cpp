#include "sandbox.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>
#include <stdexcept>
#include <system_error>

// Three processes: the checker calls run(); a keeper, its child, starts the
// program and ends all that the program leaves behind; the program itself. With
// namespaces the keeper is their first process, pid 1, and so the program is
// not: pid 1 is spared the signals that it has no handler for.

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

[[noreturn]] void fail(const char* call) {
  throw std::system_error(errno, std::generic_category(), call);
}

int check(int result, const char* call) {
  if (result == -1) fail(call);
  return result;
}

// A descriptor that closes itself.
class Fd {
 public:
  explicit Fd(int fd = -1) : fd_(fd) {}
  Fd(Fd&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  Fd& operator=(Fd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Fd() { reset(); }
  void reset() {
    if (fd_ != -1) close(fd_);
    fd_ = -1;
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

struct Pipe {
  Fd read, write;
  Pipe() {
    int ends[2];
    check(pipe2(ends, O_CLOEXEC), "pipe2");
    read = Fd(ends[0]);
    write = Fd(ends[1]);
  }
};

// What the keeper tells the checker at the end.
struct Report {
  Outcome::End end;
  int code;
  unsigned survivors;
};

// ---- The namespaces -------------------------------------------------------

void write_file(const char* path, const std::string& text) {
  const Fd file(check(open(path, O_WRONLY | O_CLOEXEC), path));
  if (write(file.get(), text.data(), text.size()) == -1) fail(path);
}

// Like fork(2), into new namespaces; the child is their pid 1.
pid_t fork_into_namespaces() {
  // Root needs no user namespace, and keeps its own powers without one.
  const int user = geteuid() == 0 ? 0 : CLONE_NEWUSER;
  return static_cast<pid_t>(syscall(
      SYS_clone, CLONE_NEWPID | CLONE_NEWNS | user | SIGCHLD, 0, 0, 0, 0));
}

// In that child: the same user as outside, and a /proc that shows the
// namespace.
void furnish_namespaces(uid_t uid, gid_t gid) {
  if (uid != 0) {
    write_file("/proc/self/setgroups", "deny");
    write_file("/proc/self/uid_map",
               std::to_string(uid) + " " + std::to_string(uid) + " 1");
    write_file("/proc/self/gid_map",
               std::to_string(gid) + " " + std::to_string(gid) + " 1");
  }
  check(mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr), "mount");
  check(
      mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr),
      "mount");
}

bool try_namespaces() {
  if (std::getenv("CHECK_NO_NAMESPACES")) return false;
  const uid_t uid = geteuid();
  const gid_t gid = getegid();
  const pid_t child = fork_into_namespaces();
  if (child == -1) return false;
  if (child == 0) {
    try {
      furnish_namespaces(uid, gid);
      // Some hosts permit the namespace and refuse what is done in it.
      const pid_t inside = fork();
      if (inside == 0) _exit(0);
      _exit(inside != -1 && waitpid(inside, nullptr, 0) == inside ? 0 : 1);
    } catch (const std::system_error&) {
      _exit(1);  // that is the answer: they are not permitted here
    }
  }
  int status = 0;
  while (waitpid(child, &status, 0) == -1) {
    if (errno != EINTR) fail("waitpid");
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// ---- The filter, where there are no namespaces ----------------------------

bool may_load_filters() {
  // CAP_SYS_ADMIN is bit 21 of the effective capabilities.
  unsigned long long capabilities = 0;
  if (std::FILE* status = std::fopen("/proc/self/status", "re")) {
    char line[256];
    while (std::fgets(line, sizeof line, status)) {
      if (std::sscanf(line, "CapEff: %llx", &capabilities) == 1) break;
    }
    std::fclose(status);
  }
  return (capabilities >> 21 & 1) != 0;
}

// Refuses signals to all processes at once, to the keeper and to the checker.
void refuse_stray_signals(pid_t keeper, pid_t checker) {
  constexpr unsigned refuse = SECCOMP_RET_ERRNO | EPERM;
  std::vector<sock_filter> filter;
  const auto load = [&](unsigned offset) {
    filter.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset));
  };
  // Loads the first argument's low half (little-endian machines only, as are
  // x86-64 and aarch64) and refuses those who must not be signalled.
  const auto rule = [&](const std::vector<unsigned>& calls) {
    load(offsetof(seccomp_data, nr));
    const auto count = static_cast<unsigned char>(calls.size());
    for (unsigned char i = 0; i < count; ++i) {
      filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i],
                                static_cast<unsigned char>(count - i), 0));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    load(offsetof(seccomp_data, args));
    for (const pid_t pid : {-1, keeper, -keeper, checker, -checker}) {
      filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
                                static_cast<unsigned>(pid), 0, 1));
      filter.push_back(BPF_STMT(BPF_RET | BPF_K, refuse));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  };
  std::vector<unsigned> native = {SYS_kill,
                                  SYS_tkill,
                                  SYS_tgkill,
                                  SYS_rt_sigqueueinfo,
                                  SYS_rt_tgsigqueueinfo,
                                  SYS_pidfd_open};
#if defined(__x86_64__)
  const auto own = native;
  for (const unsigned number : own) native.push_back(number | 0x40000000);
  // kill, tkill, tgkill, rt_sigqueueinfo, rt_tgsigqueueinfo, pidfd_open of i386
  const std::vector<unsigned> compat = {37, 238, 270, 178, 335, 434};
  constexpr unsigned compat_arch = AUDIT_ARCH_I386;
#else
  const std::vector<unsigned> compat = {37, 238, 268, 178, 363, 434};  // arm
  constexpr unsigned compat_arch = AUDIT_ARCH_ARM;
#endif
  load(offsetof(seccomp_data, arch));
  const std::size_t jump = filter.size();
  filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, compat_arch, 0, 0));
  rule(native);
  filter[jump].jt = static_cast<unsigned char>(filter.size() - jump - 1);
  rule(compat);

  const sock_fprog program{static_cast<unsigned short>(filter.size()),
                           filter.data()};
  if (sets_no_new_privs()) {
    check(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "prctl");
  }
  check(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program), "seccomp");
}

// ---- The processors -------------------------------------------------------

// Gives the program a processor of its own, and the keeper all others: so a
// fork bomb, even one of a thousand sessions, does not keep the keeper from
// running. Besides, a tracer and its tracee are quicker on one than on two.
class Processors {
 public:
  Processors() {
    check(sched_getaffinity(0, sizeof rest_, &rest_), "sched_getaffinity");
    if (CPU_COUNT(&rest_) < 2) return;
    // Any will do, but not the same each time.
    auto skip =
        Clock::now().time_since_epoch().count() / 1000 % CPU_COUNT(&rest_);
    int chosen = 0;
    while (!CPU_ISSET(chosen, &rest_) || skip-- > 0) ++chosen;
    CPU_CLR(chosen, &rest_);
    CPU_ZERO(&one_);
    CPU_SET(chosen, &one_);
  }
  void take_one() const { take(one_); }
  void take_rest() const { take(rest_); }

 private:
  static void take(const cpu_set_t& set) {
    if (CPU_COUNT(&set) == 0) return;  // there is but one
    check(sched_setaffinity(0, sizeof set, &set), "sched_setaffinity");
  }

  cpu_set_t one_{};
  cpu_set_t rest_{};
};

// ---- The program ----------------------------------------------------------

void limit(int resource, rlim_t most) {
  rlimit now{};
  check(getrlimit(static_cast<__rlimit_resource>(resource), &now), "getrlimit");
  const rlim_t value = std::min(most, now.rlim_max);
  const rlimit wanted{value, value};
  check(setrlimit(static_cast<__rlimit_resource>(resource), &wanted),
        "setrlimit");
}

// Becomes the program. Does not come back; an error goes into `errors`.
[[noreturn]] void become(const std::vector<std::string>& argv,
                         const RunOptions& options, const Fd& out,
                         const Fd& err, const Fd& errors, pid_t checker) {
  try {
    const pid_t keeper = getppid();
    check(setsid(), "setsid");  // kill(0) reaches its own
    const Fd null(check(open("/dev/null", O_RDONLY | O_CLOEXEC), "/dev/null"));
    check(dup2(null.get(), 0), "dup2");
    check(dup2(out.get(), 1), "dup2");
    check(dup2(err.get(), 2), "dup2");
    // All others close at the exec; `errors` is wanted until then.
    if (syscall(SYS_close_range, 3, ~0U, 4 /* CLOSE_RANGE_CLOEXEC */) == -1) {
      for (int fd = 3; fd < 1024; ++fd) fcntl(fd, F_SETFD, FD_CLOEXEC);
    }
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 64 << 20);
    if (options.limits.memory != 0) limit(RLIMIT_AS, options.limits.memory);
    // By number: libc refuses to touch 32 and 33, which a shell or a CI runner
    // may have left ignored. All zeros is SIG_DFL, in the kernel's layout.
    const std::array<unsigned long, 4> default_action{};
    for (int signal = 1; signal < 65; ++signal) {
      syscall(SYS_rt_sigaction, signal, default_action.data(), nullptr, 8);
    }
    sigset_t none;
    sigemptyset(&none);
    check(sigprocmask(SIG_SETMASK, &none, nullptr), "sigprocmask");
    for (const std::string& variable : options.environment) {
      const auto equals = variable.find('=');
      setenv(variable.substr(0, equals).c_str(),
             variable.substr(equals + 1).c_str(), 1);
    }
    if (!options.directory.empty()) {
      check(chdir(options.directory.c_str()), "chdir");
    }
    std::vector<char*> words;
    for (const std::string& word : argv) {
      words.push_back(const_cast<char*>(word.c_str()));
    }
    words.push_back(nullptr);
    if (!uses_namespaces()) refuse_stray_signals(keeper, checker);
    execvp(words[0], words.data());
    fail("execvp");
  } catch (const std::system_error& error) {
    const int code = error.code().value();
    if (write(errors.get(), &code, sizeof code) == -1) _exit(126);
    _exit(127);
  }
}

// ---- The keeper -----------------------------------------------------------

// All processes and their parents, from /proc.
std::map<pid_t, pid_t> parents() {
  std::map<pid_t, pid_t> found;
  DIR* proc = opendir("/proc");
  if (!proc) fail("/proc");
  while (const dirent* entry = readdir(proc)) {
    const pid_t pid = std::atoi(entry->d_name);
    if (pid <= 0) continue;
    const Fd file(
        open(("/proc/" + std::string(entry->d_name) + "/stat").c_str(),
             O_RDONLY | O_CLOEXEC));
    char text[512];
    const ssize_t size = read(file.get(), text, sizeof text - 1);
    if (size <= 0) continue;  // it has ended meanwhile
    text[size] = '\0';
    // "pid (name) state ppid": the name may hold anything, a ")" too.
    const char* after_name = strrchr(text, ')');
    pid_t parent = 0;
    if (after_name && std::sscanf(after_name, ") %*c %d", &parent) == 1) {
      found[pid] = parent;
    }
  }
  closedir(proc);
  return found;
}

// All that descend from this process.
std::vector<pid_t> descendants() {
  const auto parent_of = parents();
  const pid_t self = getpid();
  std::vector<pid_t> found;
  for (const auto& [pid, parent] : parent_of) {
    // A chain longer than all processes is one that changed as it was read.
    std::size_t steps = 0;
    for (auto at = parent_of.find(pid);
         at != parent_of.end() && steps <= parent_of.size(); ++steps) {
      if (at->second == self) {
        found.push_back(pid);
        break;
      }
      at = parent_of.find(at->second);
    }
  }
  return found;
}

class Keeper {
 public:
  Keeper(const Limits& limits, pid_t program, Fd errors, const Fd& leash,
         const Fd& children)
      : limits_(limits),
        program_(program),
        errors_(std::move(errors)),
        leash_(leash),
        children_(children) {}

  Report keep() {
    first_pid_ = last_pid();
    bool cut = false;  // the checker wants the end, or is gone
    while (!ended_ && !cut && !bomb_) {
      cut = wait_a_moment();
      reap();
      bomb_ = too_many();
    }
    // What ends by itself a moment after the program is no survivor.
    const auto grace = Clock::now() + milliseconds(cut || bomb_ ? 0 : 30);
    while (!alone_ && Clock::now() < grace) {
      wait_a_moment();
      reap();
    }
    if (!alone_) {
      report_.survivors = static_cast<unsigned>(descendants().size());
      end_all();
    }
    if (bomb_)
      report_ = {Outcome::End::too_many_processes, 0, report_.survivors};
    return report_;
  }

 private:
  // Until a child ends, but not long: bombs are watched for. True: cut off.
  bool wait_a_moment() {
    pollfd polled[] = {{children_.get(), POLLIN, 0}, {leash_.get(), POLLIN, 0}};
    check(poll(polled, 2, 5), "poll");
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
        report_ = {Outcome::End::not_started, error, 0};
      } else if (WIFEXITED(status)) {
        report_ = {Outcome::End::exited, WEXITSTATUS(status), 0};
      } else {
        report_ = {Outcome::End::signalled, WTERMSIG(status), 0};
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
  Report report_{Outcome::End::exited, 0, 0};
  long first_pid_ = 0;
  bool ended_ = false;
  bool alone_ = false;
  bool bomb_ = false;
};

// The keeper's whole life. Its report goes into `reports`, or its error, a
// negative number, into the same.
[[noreturn]] void live_as_keeper(const std::vector<std::string>& argv,
                                 const RunOptions& options, Fd out, Fd err,
                                 const Fd& leash, const Fd& reports, uid_t uid,
                                 gid_t gid, pid_t checker) {
  try {
    if (uses_namespaces()) {
      furnish_namespaces(uid, gid);
    } else {
      check(prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0), "prctl");
    }
    check(prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl");  // not to be traced
    check(prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0), "prctl");
    check(setpgid(0, 0), "setpgid");
    sigset_t child_ended;
    sigemptyset(&child_ended);
    sigaddset(&child_ended, SIGCHLD);
    check(sigprocmask(SIG_BLOCK, &child_ended, nullptr), "sigprocmask");
    const Fd children(check(
        signalfd(-1, &child_ended, SFD_CLOEXEC | SFD_NONBLOCK), "signalfd"));
    Pipe errors;
    const Processors processors;
    processors.take_one();  // the program inherits it
    const pid_t program = check(fork(), "fork");
    if (program == 0) become(argv, options, out, err, errors.write, checker);
    processors.take_rest();
    out.reset();
    err.reset();
    errors.write.reset();
    const Report report =
        Keeper(options.limits, program, std::move(errors.read), leash, children)
            .keep();
    if (write(reports.get(), &report, sizeof report) != sizeof report) _exit(1);
    _exit(0);
  } catch (const std::system_error& error) {
    const int code = -error.code().value();
    _exit(write(reports.get(), &code, sizeof code) == -1 ? 1 : 0);
  } catch (const std::exception&) {
    _exit(1);  // no report: the checker says so
  }
}

// ---- The checker's side ---------------------------------------------------

// Appends what there is to read. False at the end.
bool take(const Fd& from, std::string& to, std::size_t most) {
  char buffer[1 << 16];
  const ssize_t size = read(from.get(), buffer, sizeof buffer);
  if (size == -1 && (errno == EINTR || errno == EAGAIN)) return true;
  if (size == -1) fail("read");
  to.append(buffer, std::min(static_cast<std::size_t>(size), most));
  return size != 0;
}

}  // namespace

bool uses_namespaces() {
  static const bool permitted = try_namespaces();
  return permitted;
}

bool sets_no_new_privs() {
  static const bool needed = !uses_namespaces() && !may_load_filters();
  return needed;
}

double time_scale() {
  const char* text = std::getenv("CHECK_TIMEOUT_SCALE");
  const double scale = text ? std::atof(text) : 1;
  return scale > 0 ? scale : 1;
}

Outcome run(const std::vector<std::string>& argv, const RunOptions& options) {
  if (argv.empty()) throw std::invalid_argument("run: no program");
  const bool namespaces = uses_namespaces();
  sets_no_new_privs();  // found out here, and known in the keeper
  Pipe out, err, leash, reports;
  const uid_t uid = geteuid();
  const gid_t gid = getegid();
  const pid_t checker = getpid();
  const auto start = Clock::now();

  const pid_t keeper = namespaces ? fork_into_namespaces() : fork();
  if (keeper == -1) fail("fork");
  if (keeper == 0) {
    leash.write.reset();
    reports.read.reset();
    out.read.reset();
    err.read.reset();
    live_as_keeper(argv, options, std::move(out.write), std::move(err.write),
                   leash.read, reports.write, uid, gid, checker);
  }
  out.write.reset();
  err.write.reset();
  leash.read.reset();
  reports.write.reset();

  Outcome outcome;
  std::string report_bytes;
  bool cut = false;
  const auto cut_off = [&](Outcome::End why) {
    if (cut) return;
    cut = true;
    outcome.end = why;
    outcome.elapsed =
        std::chrono::duration_cast<milliseconds>(Clock::now() - start);
    leash.write.reset();  // the keeper sees it and ends all
  };
  bool open[3] = {true, true, true};
  while (open[0] || open[1] || open[2]) {
    pollfd polled[3] = {{open[0] ? out.read.get() : -1, POLLIN, 0},
                        {open[1] ? err.read.get() : -1, POLLIN, 0},
                        {open[2] ? reports.read.get() : -1, POLLIN, 0}};
    const auto left = std::chrono::duration_cast<milliseconds>(
        start + options.limits.time - Clock::now());
    // A keeper that does not answer any more has been tampered with.
    const int wait =
        cut ? 10'000 : static_cast<int>(std::max<long>(0, left.count()));
    const int ready = poll(polled, 3, wait);
    if (ready == -1 && errno != EINTR) fail("poll");
    if (ready == 0 && cut) {
      kill(keeper, SIGKILL);
      break;
    }
    const auto room = [&] {
      const std::size_t have = outcome.out.size() + outcome.err.size();
      return have < options.limits.output ? options.limits.output - have : 0;
    };
    if (polled[0].revents != 0) open[0] = take(out.read, outcome.out, room());
    if (polled[1].revents != 0) open[1] = take(err.read, outcome.err, room());
    if (polled[2].revents != 0) {
      open[2] = take(reports.read, report_bytes, sizeof(Report));
    }
    if (room() == 0) cut_off(Outcome::End::flooded);
    // With the report all processes are gone; what they wrote is in the pipes.
    if (open[2] && Clock::now() >= start + options.limits.time) {
      cut_off(Outcome::End::timed_out);
    }
  }
  int status = 0;
  while (waitpid(keeper, &status, 0) == -1) {
    if (errno != EINTR) fail("waitpid");
  }
  if (report_bytes.size() == sizeof(int)) {
    int code = 0;
    memcpy(&code, report_bytes.data(), sizeof code);
    throw std::system_error(-code, std::generic_category(), "sandbox");
  }
  if (report_bytes.size() != sizeof(Report)) {
    throw std::runtime_error("the sandbox's own process was ended");
  }
  Report report;
  memcpy(&report, report_bytes.data(), sizeof report);
  outcome.survivors = report.survivors;
  if (!cut || report.end == Outcome::End::too_many_processes) {
    outcome.end = report.end;
    outcome.code = report.code;
    outcome.elapsed =
        std::chrono::duration_cast<milliseconds>(Clock::now() - start);
  }
  return outcome;
}
