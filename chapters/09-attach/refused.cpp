#include "refused.hpp"

#include <fmt/format.h>
#include <linux/capability.h>
#include <string.h>
#include <unistd.h>

#include <fstream>
#include <vector>

#include "proc.hpp"

namespace {

unsigned long number_of(const std::string& word, int base = 10) {
  return word.empty() ? 0 : std::stoul(word, nullptr, base);
}

bool is_kernels(pid_t pid) {
  constexpr unsigned long kernel_thread = 0x00200000;  // PF_KTHREAD
  const std::vector<std::string> stat = stat_of(pid);
  return stat.size() > 6 && (number_of(stat[6]) & kernel_thread) != 0;
}

// A first thread that has ended stays as a zombie until the last one has.
bool others_live(pid_t pid) {
  return number_of(word_of(fmt::format("/proc/{}/status", pid), "Threads:")) >
         1;
}

std::string name_of(pid_t pid) {
  std::ifstream in(fmt::format("/proc/{}/comm", pid));
  std::string name;
  std::getline(in, name);
  return name.empty() ? "" : fmt::format(" ({})", name);
}

}  // namespace

Facts facts_of(pid_t pid, int error) {
  const std::string status = fmt::format("/proc/{}/status", pid);
  const std::string own = "/proc/self/status";
  Facts facts{.pid = pid, .error = error};
  facts.process = static_cast<pid_t>(number_of(word_of(status, "Tgid:")));
  const std::string state = word_of(status, "State:");
  if (!state.empty()) facts.state = state[0];
  facts.kernel = is_kernels(pid);
  facts.tracer = static_cast<pid_t>(number_of(word_of(status, "TracerPid:")));
  facts.user = static_cast<uid_t>(number_of(word_of(status, "Uid:")));
  facts.our_process = getpid();
  facts.our_user = geteuid();
  facts.capable =
      (number_of(word_of(own, "CapEff:"), 16) >> CAP_SYS_PTRACE & 1) != 0;
  facts.yama = static_cast<int>(
      number_of(word_of("/proc/sys/kernel/yama/ptrace_scope", "")));
  return facts;
}

std::string refusal_text(const Facts& facts) {
  switch (refusal(facts)) {
    case Refusal::ourselves:
      return "that is this tracer itself; start another one for it";
    case Refusal::no_such:
      return "no process has that id; ps -e lists those that there are";
    case Refusal::ended:
      if (others_live(facts.pid)) {
        return "its first thread has ended; -f attaches to those that are left";
      }
      return "it has ended, and its parent has not asked how yet; nothing is "
             "left to trace";
    case Refusal::kernel:
      return "it is a thread of the kernel, which makes no system calls; "
             "nothing can be traced";
    case Refusal::ours_already:
      return "this tracer has attached to it already; name it once";
    case Refusal::traced:
      return fmt::format(
          "process {}{} traces it already, and nobody has two tracers; end "
          "that one first",
          facts.tracer, name_of(facts.tracer));
    case Refusal::yama_never:
      return "kernel.yama.ptrace_scope is 3: nobody may attach; set it to 1 in "
             "/etc/sysctl.d/, and reboot";
    case Refusal::container:
      return "root has no CAP_SYS_PTRACE here, as in a container: docker run "
             "--cap-add=SYS_PTRACE ...";
    case Refusal::first:
      return "process 1 is the system's own; only root may trace it: sudo";
    case Refusal::not_ours:
      return fmt::format("it is of user {}, and you are {}: sudo", facts.user,
                         facts.our_user);
    case Refusal::yama_admin:
      return "kernel.yama.ptrace_scope is 2: only root may trace: sudo, or "
             "sysctl kernel.yama.ptrace_scope=1";
    case Refusal::yama_parents:
      return "kernel.yama.ptrace_scope is 1: only who has started it may trace "
             "it: sudo, or sysctl kernel.yama.ptrace_scope=0";
    case Refusal::unknown:
      break;
  }
  // A filter forbids what it likes, with any errno.
  const bool filter = word_of("/proc/self/status", "Seccomp:") == "2";
  return fmt::format("{}; {}", strerror(facts.error),
                     filter
                         ? "a filter forbids it, maybe a container's: docker "
                           "run --security-opt seccomp=unconfined ..."
                         : "ptrace(2) tells what forbids it");
}
