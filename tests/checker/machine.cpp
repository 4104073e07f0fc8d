#include "machine.hpp"

#include <fmt/format.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <sstream>

#include "sandbox.hpp"
#include "system.hpp"

namespace {

// The first line of a file that begins with `key`, without it; "" if none does.
std::string line_of(const std::string& path, const std::string& key) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.rfind(key, 0) == 0) return line.substr(key.size());
  }
  return "";
}

// Runs `attempt` in a process of its own and gives what it gives: 0 or an
// errno.
int attempt_in_child(const std::function<int()>& attempt) {
  const pid_t child = must(fork(), "fork");
  if (child == 0) {
    alarm(5);  // whatever this machine does, it does not keep us waiting
    _exit(attempt());
  }
  const int status = wait_for(child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : EINTR;
}

// A whole tracer in small: to the first syscall-stop of a child. 0 or an errno.
int try_ptrace() {
  const pid_t tracee = fork();
  if (tracee == -1) return errno;
  if (tracee == 0) {
    if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == -1) _exit(errno);
    raise(SIGSTOP);
    _exit(0);
  }
  int status = 0;
  if (waitpid(tracee, &status, 0) == -1) return errno;
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  const auto done = [&](int error) {
    kill(tracee, SIGKILL);
    waitpid(tracee, &status, 0);
    return error;
  };
  if (ptrace(PTRACE_SETOPTIONS, tracee, nullptr,
             PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL) == -1 ||
      ptrace(PTRACE_SYSCALL, tracee, nullptr, nullptr) == -1) {
    return done(errno);
  }
  if (waitpid(tracee, &status, 0) == -1) return errno;
  if (!WIFSTOPPED(status) || WSTOPSIG(status) != (SIGTRAP | 0x80)) {
    return done(ENOSYS);
  }
  __ptrace_syscall_info info;
  if (ptrace(PTRACE_GET_SYSCALL_INFO, tracee,
             reinterpret_cast<void*>(sizeof info), &info) == -1) {
    return done(errno == EIO ? ENOSYS : errno);
  }
  return done(0);
}

int try_seccomp() {
  sock_filter allow = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  const sock_fprog program{1, &allow};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1) return errno;
  if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == -1) {
    return errno;
  }
  return 0;
}

// Its own memory, by the call that reads another's.
int try_memory() {
  char from = 'x';
  char to = 0;
  const iovec there{&from, 1};
  const iovec here{&to, 1};
  if (process_vm_readv(getpid(), &here, 1, &there, 1, 0) == -1) return errno;
  return to == from ? 0 : EIO;
}

// getpid of the 32-bit table.
int try_compat32() {
#if defined(__x86_64__)
  signal(SIGSEGV, SIG_DFL);  // a sanitizer would tell of it
  long result = 20;
  asm volatile("int $0x80" : "+a"(result) : : "memory");
  return result > 0 ? 0 : ENOSYS;
#else
  return ENOSYS;
#endif
}

// Why ptrace or seccomp is refused here, and what helps.
void explain(Finding& finding, int error) {
  const std::string version = line_of("/proc/version", "");
  const std::string yama = line_of("/proc/sys/kernel/yama/ptrace_scope", "");
  const std::string tracer = line_of("/proc/self/status", "TracerPid:\t");
  const std::string filter = line_of("/proc/self/status", "Seccomp:\t");
  if (version.find("Microsoft") != version.npos &&
      version.find("WSL2") == version.npos) {
    finding.cause = "This is WSL 1, which imitates Linux and leaves much out.";
    finding.cure = "In PowerShell: wsl --set-version <name> 2";
  } else if (finding.name == "ptrace" && error == EPERM &&
             (yama == "2" || yama == "3")) {
    finding.cause = fmt::format(
        "/proc/sys/kernel/yama/ptrace_scope is {}: Yama forbids tracing.",
        yama);
    finding.cure =
        yama == "2"
            ? "sudo sysctl kernel.yama.ptrace_scope=1"
            : "Put kernel.yama.ptrace_scope=1 into /etc/sysctl.d/, and reboot: "
              "3 cannot be taken back before.";
  } else if (error == ENOSYS) {
    finding.cause =
        "The system call is missing: an emulator (QEMU, a container image of "
        "another architecture), or a kernel older than 5.3.";
    finding.cure =
        "Use an image of this machine's own architecture (no --platform).";
  } else if (error == EPERM && filter == "2") {
    finding.cause = "A seccomp filter, likely a container's, forbids it.";
    finding.cure =
        "docker run --cap-add=SYS_PTRACE --security-opt seccomp=unconfined ...";
  } else if (finding.name == "ptrace" && error == EPERM && tracer != "0") {
    finding.cause = "This very program is being traced, by a debugger perhaps.";
    finding.cure = "Run ./check without it.";
  } else {
    finding.cause = "No known cause fits.";
    finding.cure =
        "See ptrace(2), seccomp(2) and process_vm_readv(2), under ERRORS.";
  }
}

Finding try_needed(const std::string& name, const std::string& what,
                   int (*attempt)()) {
  const int error = attempt_in_child(attempt);
  if (error == 0) return {name, true, true, what, "", ""};
  Finding finding{name, false, true, strerror(error), "", ""};
  explain(finding, error);
  return finding;
}

}  // namespace

bool makes_compat32_calls() {
  static const bool works = attempt_in_child(try_compat32) == 0;
  return works;
}

bool has_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream directories(path ? path : "");
  for (std::string directory; std::getline(directories, directory, ':');) {
    if (access((directory + "/" + name).c_str(), X_OK) == 0) return true;
  }
  return false;
}

std::vector<Finding> examine_machine() {
  std::vector<Finding> findings = {
      try_needed("ptrace", "a program can trace another", try_ptrace),
      try_needed("seccomp", "a program can load a filter", try_seccomp),
      try_needed("memory", "a program can read another's memory", try_memory),
  };
  const bool namespaces = uses_namespaces();
  findings.push_back({"namespaces", namespaces, false,
                      namespaces
                          ? "your programs run shut off from all others"
                          : "not permitted; your programs are watched instead",
                      "", ""});
  const bool compat32 = makes_compat32_calls();
  findings.push_back({"32-bit", compat32, false,
                      compat32 ? "a program can make calls of the 32-bit table"
                               : "not possible; checks of them are left out",
                      "", ""});
  const bool strace = has_program("strace");
  findings.push_back({"strace", strace, false,
                      strace ? "your tracer is compared with the real one"
                             : "not installed; comparisons are left out",
                      "", strace ? "" : "./setup"});
  return findings;
}

const Finding* obstacle(const std::vector<Finding>& findings,
                        const std::vector<std::string>& needs) {
  const auto found =
      std::find_if(findings.begin(), findings.end(), [&](const Finding& f) {
        return !f.works && std::count(needs.begin(), needs.end(), f.name) > 0;
      });
  return found == findings.end() ? nullptr : &*found;
}
