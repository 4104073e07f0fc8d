// probe-02 WAY: what launch() leaves behind, seen by its caller.
//   state          the tracee's state when launch() is back
//   leave          goes away without having resumed it
//   event          what an exec in the tracee reports
//   launched       a command that exists
//   refused        before_exec gives false, with EPERM
//   missing        a command that does not exist, with an errno of our own
//                  before: whose does the error have?
//   registered     a command that does not exist, and a function of ours that
//                  is to run when this process ends: who runs it?
//   gone           before_exec ends the process, by a signal
//   untraced       PTRACE_TRACEME is refused, by a filter
//   killed         how it ended, if it is killed before run_to_end
//   code STATUS... what exit_code() makes of a wait status
#include <fmt/format.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>

#include "launch.hpp"

namespace {

char state_of(pid_t pid) {
  std::ifstream status(fmt::format("/proc/{}/status", pid));
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("State:\t", 0) == 0) return line[7];
  }
  return '-';
}

void print_error(const std::vector<std::string>& argv,
                 const std::function<bool()>& before_exec) {
  try {
    launch(argv, before_exec);
    fmt::print("no error\n");
  } catch (const TraceError& error) {
    fmt::print("TraceError {}\n", error.code().value());
  } catch (const LaunchError& error) {
    fmt::print("LaunchError {}\n", error.code().value());
  } catch (const std::system_error& error) {
    fmt::print("system_error {}\n", error.code().value());
  } catch (const std::runtime_error&) {
    fmt::print("runtime_error\n");
  }
  const bool left = waitpid(-1, nullptr, WNOHANG) != -1 || errno != ECHILD;
  fmt::print("{}\n", left ? "a child is left" : "no child is left");
}

// Takes ptrace away from this process and its children.
bool forbid_ptrace() {
  sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ptrace, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  const sock_fprog program{4, filter};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

}  // namespace

int main(int argc, char** argv) try {
  const std::string way = argc > 1 ? argv[1] : "";
  if (way == "state") {
    fmt::print("{}\n", state_of(launch({"true"})));
  } else if (way == "leave") {
    launch({"sh", "-c", "echo alive"});
  } else if (way == "event") {
    const pid_t tracee = launch({"sh", "-c", "exec true"});
    ptrace(PTRACE_CONT, tracee, nullptr, nullptr);
    int status = 0;
    waitpid(tracee, &status, 0);
    const bool event = status >> 8 == (SIGTRAP | PTRACE_EVENT_EXEC << 8);
    fmt::print("{}\n", event ? "event" : WIFSTOPPED(status) ? "signal" : "end");
  } else if (way == "launched") {
    print_error({"true"}, {});
  } else if (way == "refused") {
    print_error({"true"}, [] { return errno = EPERM, false; });
  } else if (way == "missing") {
    errno = EXFULL;
    print_error({"/no/such/command"}, {});
  } else if (way == "registered") {
    static const pid_t probe = getpid();
    std::atexit([] {
      fmt::print("{}\n", getpid() == probe ? "at our end" : "in the child");
    });
    print_error({"/no/such/command"}, {});
  } else if (way == "gone") {
    print_error({"true"}, [] { return kill(getpid(), SIGKILL) == 0; });
  } else if (way == "untraced") {
    if (forbid_ptrace()) {
      print_error({"echo", "ran"}, {});
      waitpid(-1, nullptr, 0);  // for what it says, if it runs all the same
      std::fflush(stdout);
      _exit(0);  // a leak checker would trace us at the end, and may not
    } else {
      fmt::print("no filter\n");
    }
  } else if (way == "killed") {
    const pid_t tracee = launch({"true"});
    kill(tracee, SIGKILL);
    while (state_of(tracee) == 't') usleep(1000);
    const int status = run_to_end(tracee);
    fmt::print("{} {}\n", WIFSIGNALED(status) ? "killed by" : "not killed:",
               WTERMSIG(status));
  } else if (way == "code") {
    for (int i = 2; i < argc; ++i) {
      fmt::print("{} of {}\n", exit_code(std::atoi(argv[i])), argv[i]);
    }
  } else {
    return 2;
  }
} catch (const std::exception& error) {
  fmt::print(stderr, "probe-02: {}\n", error.what());
  return 1;
}
