// probe-01 WAY: calls the learner's raw_syscall where a mistake shows.
//   arguments   what the kernel is handed: architecture, number, six arguments;
//               and what comes back of a result wider than 32 bits
//   error       a call that fails, and libc's errno afterwards
//   live        registers in use around a call
//   store       memory that is written before a call
//   read        memory that a call writes
//   is-error N...
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include <raw_syscall.hpp>

namespace {

constexpr long unused_number = 500;
constexpr long wide_result = 0x123456789a;

// Instead of making the call the kernel sends SIGSYS (SECCOMP_RET_TRAP in
// seccomp(2)), with all registers as the call found them.
void show_call(int, siginfo_t* info, void* context) {
  auto& machine = static_cast<ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
  const bool native = info->si_arch == AUDIT_ARCH_X86_64;
  const auto* r = machine.gregs;
  const long args[] = {r[REG_RDI], r[REG_RSI], r[REG_RDX],
                       r[REG_R10], r[REG_R8],  r[REG_R9]};
  machine.gregs[REG_RAX] = wide_result;
#else
  const bool native = info->si_arch == AUDIT_ARCH_AARCH64;
  long args[6];
  for (int i = 0; i < 6; ++i) args[i] = static_cast<long>(machine.regs[i]);
  machine.regs[0] = wide_result;
#endif
  printf("%s %d", native ? "native" : "32-bit", info->si_syscall);
  for (const long arg : args) printf(" %ld", arg);
  printf("\n");
}

void trap_unused_number() {
  struct sigaction action {};
  action.sa_sigaction = show_call;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGSYS, &action, nullptr);
  sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, unused_number, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  const sock_fprog program{4, filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1 ||
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == -1) {
    printf("no filter: %s\n", strerror(errno));
    exit(0);
  }
}

// Through a pointer: nothing but check_live depends on the registers that a
// call changes, since a compiler must expect any function to change them.
long call_plainly(long number, long a, long b, long c, long d, long e, long f) {
  return raw_syscall(number, a, b, c, d, e, f);
}
long (*volatile call)(long, long, long, long, long, long, long) = call_plainly;

// So many values are in use that some must be in the registers which the call
// changes, unless the compiler is told of them.
[[gnu::noinline]] void check_live(const volatile long* source) {
  long a = source[0], b = source[1], c = source[2], d = source[3],
       e = source[4], f = source[5], g = source[6], h = source[7];
  // "In a general register, please, now and after the call."
  asm volatile("" : "+r"(a), "+r"(b), "+r"(c), "+r"(d));
  asm volatile("" : "+r"(e), "+r"(f), "+r"(g), "+r"(h));
  raw_syscall(SYS_getppid, 1, 2, 3, 4, 5, 6);
  asm volatile("" : "+r"(a), "+r"(b), "+r"(c), "+r"(d));
  asm volatile("" : "+r"(e), "+r"(f), "+r"(g), "+r"(h));
  const long seen[] = {a, b, c, d, e, f, g, h};
  bool flags = false;
  bool address = false;
  for (int i = 0; i < 8; ++i) {
    if (seen[i] == -11 * (i + 1)) continue;
    // r11 gets the flags, a small number; rcx the address after the call.
    (seen[i] > 0 && seen[i] < 0x400000 ? flags : address) = true;
  }
  printf("rcx %s, r11 %s\n", address ? "changed" : "kept",
         flags ? "changed" : "kept");
}

[[gnu::noinline]] void check_store() {
  int ends[2];
  if (pipe(ends) == -1) exit(1);
  char text[8];
  for (char& c : text) c = 'n';
  raw_syscall(SYS_write, ends[1], reinterpret_cast<long>(text), sizeof text);
  char seen[9] = "";
  if (read(ends[0], seen, 8) != 8) exit(1);
  printf("%s\n", strcmp(seen, "nnnnnnnn") == 0 ? "written" : "not written");
}

[[gnu::noinline]] void check_read() {
  int ends[2];
  if (pipe(ends) == -1 || write(ends[1], "x", 1) != 1) exit(1);
  char byte = '-';
  raw_syscall(SYS_read, ends[0], reinterpret_cast<long>(&byte), 1);
  printf("%c\n", byte);
}

}  // namespace

int main(int argc, char** argv) {
  const char* way = argc > 1 ? argv[1] : "";
  setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  if (strcmp(way, "arguments") == 0) {
    trap_unused_number();
    const long result = call(unused_number, 11, 22, 33, 44, 55, 66);
    printf("%s\n", result == wide_result                     ? "result kept"
                   : result == static_cast<int>(wide_result) ? "result cut"
                                                             : "no call");
  } else if (strcmp(way, "error") == 0) {
    errno = 0;
    const long result = call(SYS_close, 99, 0, 0, 0, 0, 0);
    printf("%ld, errno %d\n", result, errno);
  } else if (strcmp(way, "live") == 0) {
    const volatile long source[] = {-11, -22, -33, -44, -55, -66, -77, -88};
    check_live(source);
  } else if (strcmp(way, "store") == 0) {
    check_store();
  } else if (strcmp(way, "read") == 0) {
    check_read();
  } else if (strcmp(way, "is-error") == 0) {
    for (int i = 2; i < argc; ++i) {
      const long value = strtol(argv[i], nullptr, 10);
      printf("%ld %s\n", value, is_error(value) ? "yes" : "no");
    }
  } else {
    return 2;
  }
}
