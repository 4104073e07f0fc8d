// probe-06 WAY: the learner's filter, run here instead of in the kernel, and
// the learner's load_filter.
//   load                        what load_filter gives for an empty program
//   refused                     what it gives where prctl is refused, and
//                               whether it loads a filter all the same
//   calls                       the system calls that load_filter makes, and
//                               what seccomp(2) or prctl(2) is asked for
//   status                      what it gives for a filter that allows all, and
//                               what /proc/self/status says then
//   fails|kills DENIED ARCH NR... (or FIRST-LAST)
//                               what the filter that denies DENIED ("39,257",
//                               "all" for the whole table) answers to call NR
//                               of an architecture
#include <errno.h>
#include <fmt/format.h>
#include <linux/audit.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "enter_exit.hpp"
#include "launch.hpp"
#include "names.hpp"
#include "native_arch.hpp"
#include "seccomp.hpp"

namespace {

// What the kernel does with a program of the filter machine, for the part of it
// that a seccomp filter may use. See bpf(4) of the BSDs, and seccomp(2).
std::string answer(const std::vector<sock_filter>& filter,
                   const seccomp_data& data) {
  unsigned a = 0;
  unsigned x = 0;
  unsigned memory[16] = {};
  bool looked_at = false;  // the number
  for (std::size_t at = 0; at < filter.size(); ++at) {
    const sock_filter& instruction = filter[at];
    const unsigned k = instruction.k;
    const unsigned operand = instruction.code & BPF_X ? x : k;
    const auto jump = [&](bool yes) {
      at += yes ? instruction.jt : instruction.jf;
    };
    switch (instruction.code) {
      case BPF_LD | BPF_W | BPF_ABS:
        if (k % 4 != 0 || k + 4 > sizeof data) return "a load out of bounds";
        memcpy(&a, reinterpret_cast<const char*>(&data) + k, 4);
        looked_at = looked_at || k == offsetof(seccomp_data, nr);
        break;
      case BPF_LD | BPF_IMM:
        a = k;
        break;
      case BPF_LDX | BPF_IMM:
        x = k;
        break;
      case BPF_LD | BPF_MEM:
        a = memory[k % 16];
        break;
      case BPF_LDX | BPF_MEM:
        x = memory[k % 16];
        break;
      case BPF_ST:
        memory[k % 16] = a;
        break;
      case BPF_STX:
        memory[k % 16] = x;
        break;
      case BPF_MISC | BPF_TAX:
        x = a;
        break;
      case BPF_MISC | BPF_TXA:
        a = x;
        break;
      case BPF_ALU | BPF_AND | BPF_K:
      case BPF_ALU | BPF_AND | BPF_X:
        a &= operand;
        break;
      case BPF_ALU | BPF_OR | BPF_K:
      case BPF_ALU | BPF_OR | BPF_X:
        a |= operand;
        break;
      case BPF_ALU | BPF_XOR | BPF_K:
      case BPF_ALU | BPF_XOR | BPF_X:
        a ^= operand;
        break;
      case BPF_ALU | BPF_ADD | BPF_K:
      case BPF_ALU | BPF_ADD | BPF_X:
        a += operand;
        break;
      case BPF_ALU | BPF_SUB | BPF_K:
      case BPF_ALU | BPF_SUB | BPF_X:
        a -= operand;
        break;
      case BPF_ALU | BPF_RSH | BPF_K:
        a >>= k % 32;
        break;
      case BPF_ALU | BPF_LSH | BPF_K:
        a <<= k % 32;
        break;
      case BPF_JMP | BPF_JA:
        at += k;
        break;
      case BPF_JMP | BPF_JEQ | BPF_K:
      case BPF_JMP | BPF_JEQ | BPF_X:
        jump(a == operand);
        break;
      case BPF_JMP | BPF_JGT | BPF_K:
      case BPF_JMP | BPF_JGT | BPF_X:
        jump(a > operand);
        break;
      case BPF_JMP | BPF_JGE | BPF_K:
      case BPF_JMP | BPF_JGE | BPF_X:
        jump(a >= operand);
        break;
      case BPF_JMP | BPF_JSET | BPF_K:
      case BPF_JMP | BPF_JSET | BPF_X:
        jump((a & operand) != 0);
        break;
      case BPF_RET | BPF_A:
      case BPF_RET | BPF_K: {
        const unsigned value = instruction.code == (BPF_RET | BPF_A) ? a : k;
        switch (value & SECCOMP_RET_ACTION_FULL) {
          case SECCOMP_RET_ALLOW:
            return "allow";
          case SECCOMP_RET_ERRNO:
            return fmt::format("errno {}{}", value & SECCOMP_RET_DATA,
                               looked_at || data.arch != native_arch
                                   ? ""
                                   : ", whatever the number");
          case SECCOMP_RET_KILL_PROCESS:
            return "kill the process";
          case SECCOMP_RET_KILL_THREAD:
            return value == 0 ? "kill the thread"
                              : fmt::format("kill the thread, with {}", value);
          case SECCOMP_RET_TRAP:
            return "send SIGSYS";
          default:
            return fmt::format("{:#x}", value);
        }
      }
      default:
        return fmt::format("an instruction that is none ({:#x})",
                           instruction.code);
    }
  }
  return "the end of the program, and no answer";
}

// load_filter in a process of its own, traced by the solutions' tracer.
void show_calls() {
  const pid_t tracee = fork();
  if (tracee == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    const long result =
        load_filter({BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)});
    _exit(result == 0 ? 0 : 1);
  }
  int status = 0;
  waitpid(tracee, &status, 0);
  ptrace(PTRACE_SETOPTIONS, tracee, nullptr, tracee_options);
  trace(tracee, [](const Syscall& call) {
    // The library of a sanitizer makes calls of its own; they are left out.
    if (call.number == SYS_prctl && call.args[0] == PR_SET_NO_NEW_PRIVS) {
      fmt::print("no_new_privs{}\n", call.args[1] == 1 ? "" : ", and no 1");
    } else if (call.number == SYS_prctl || call.number == SYS_seccomp) {
      const std::size_t what = call.number == SYS_prctl ? 1 : 0;
      fmt::print("{} {}\n", syscall_name(call.number), call.args[what]);
    }
  });
}

// "Seccomp_filters: 1", as /proc/self/status has it.
std::string filters() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("Seccomp_filters", 0) == 0) return line;
  }
  return "";
}

// Where a filter of ours refuses the promise.
void show_refused() {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prctl, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  sock_fprog program{4, filter};
  if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) != 0) {
    fmt::print("no filter: {}\n", strerror(errno));
    return;
  }
  const std::string before = filters();
  fmt::print("{}\n",
             load_filter({BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)}));
  fmt::print("{}\n", filters() == before ? "nothing loaded" : "loaded");
}

void show_status() {
  fmt::print("load_filter: {}\n",
             load_filter({BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)}));
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("Seccomp", 0) == 0) fmt::print("{}\n", line);
  }
}

unsigned architecture(const std::string& name) {
  if (name == "x86-64") return AUDIT_ARCH_X86_64;
  if (name == "i386") return AUDIT_ARCH_I386;
  if (name == "aarch64") return AUDIT_ARCH_AARCH64;
  if (name == "riscv64") return AUDIT_ARCH_RISCV64;
  return AUDIT_ARCH_ARM;
}

std::vector<long> numbers(const std::string& list) {
  std::vector<long> found;
  if (list == "all") {
    for (const Name& entry : syscall_table(Abi::native))
      found.push_back(entry.number);
    return found;
  }
  std::istringstream in(list);
  for (std::string word; std::getline(in, word, ',');)
    found.push_back(std::stol(word));
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string way = argc > 1 ? argv[1] : "";
  if (way == "load") {
    fmt::print("{}\n", load_filter({}));
    return 0;
  }
  if (way == "refused") {
    show_refused();
    return 0;
  }
  if (way == "calls") {
    show_calls();
    return 0;
  }
  if (way == "status") {
    show_status();
    return 0;
  }
  if (argc < 5) return 2;
  const auto filter = deny_filter(
      numbers(argv[2]), way == "kills" ? Denied::kills : Denied::fails);
  seccomp_data data{};
  data.arch = architecture(argv[3]);
  for (int i = 4; i < argc; ++i) {
    char* rest = nullptr;
    const long first = std::strtol(argv[i], &rest, 0);
    const long last = *rest == '-' ? std::strtol(rest + 1, nullptr, 0) : first;
    for (long number = first; number <= last; ++number) {
      data.nr = static_cast<int>(number);
      fmt::print("{}\n", answer(filter, data));
    }
  }
}
