// probe-01 WAY: calls the learner's raw_syscall where a mistake shows.
//   arguments     what the kernel is handed: architecture, number, six numbers
//   wide          the same, with arguments that fill more than 32 bits
//   results N...  what comes back when the kernel gives N, and how often it was
//                 asked
//   error         a call that fails, and libc's errno afterwards
//   live          registers in use around a call
//   stack         what a function keeps below the stack pointer
//   store         memory that is written before a call
//   read          memory that a call writes
//   is-error N...
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

#include <raw_syscall.hpp>

#include "native_arch.hpp"

namespace {

constexpr long unused_number = 500;

// What the kernel was asked: shared with the process that asks.
struct Seen {
  int calls;
  bool native;
  int number;
  long args[6];
  long result;    // what it is to get the first time
  long returned;  // what raw_syscall made of it
};
Seen* seen;

// Instead of making the call the kernel sends SIGSYS (SECCOMP_RET_TRAP in
// seccomp(2)), with all registers as the call found them.
void note_call(int, siginfo_t* info, void* context) {
  auto& machine = static_cast<ucontext_t*>(context)->uc_mcontext;
#if defined(__x86_64__)
  auto* r = machine.gregs;
  const long args[] = {r[REG_RDI], r[REG_RSI], r[REG_RDX],
                       r[REG_R10], r[REG_R8],  r[REG_R9]};
  r[REG_RAX] = seen->calls == 0 ? seen->result : 0;
#else
  long args[6];
  for (int i = 0; i < 6; ++i) args[i] = static_cast<long>(machine.regs[i]);
  machine.regs[0] =
      static_cast<unsigned long>(seen->calls == 0 ? seen->result : 0);
#endif
  if (++seen->calls > 1) return;
  seen->native = info->si_arch == native_arch;
  seen->number = info->si_syscall;
  for (int i = 0; i < 6; ++i) seen->args[i] = args[i];
}

// From now on no call is made, but those that end a handler and the process.
void trap_all_calls() {
  struct sigaction action {};
  action.sa_sigaction = note_call;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGSYS, &action, nullptr);
  sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, native_arch, 0, 3),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_rt_sigreturn, 2, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_exit_group, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRAP),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)};
  const sock_fprog program{sizeof filter / sizeof *filter, filter};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == -1 ||
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == -1) {
    printf("no filter: %s\n", strerror(errno));
    fflush(stdout);
    _exit(1);
  }
}

// Not inlined: check_live alone depends on the registers that a call changes,
// since a compiler must expect any function to change them. And from memory, so
// that no argument is in its register by accident.
[[gnu::noinline]] long call(long number, const volatile long* a) {
  return raw_syscall(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

// With arguments that the compiler knows: to cut one costs it nothing.
[[gnu::noinline]] long call_wide() {
  return raw_syscall(unused_number, 0x11800000a1, 0x22800000a2, 0x33800000a3,
                     0x44800000a4, 0x55800000a5, 0x66800000a6);
}

long call_narrow() {
  const volatile long args[] = {11, 22, 33, 44, 55, 66};
  return call(unused_number, args);
}

// Calls it in a process of its own and shows what that asked of the kernel. If
// a signal ends that process, it ends this one, too.
void ask(long (*call)(), long result) {
  *seen = {};
  seen->result = result;
  const pid_t child = fork();
  if (child == -1) exit(1);
  if (child == 0) {
    trap_all_calls();
    seen->returned = call();
    // Not _exit: before what does not return, a sanitizer makes calls.
    syscall(SYS_exit_group, 0);
  }
  int status = 0;
  while (waitpid(child, &status, 0) == -1) {
    if (errno != EINTR) exit(1);
  }
  if (WIFSIGNALED(status)) raise(WTERMSIG(status));
  if (WEXITSTATUS(status) != 0) exit(0);  // it has said why
}

void show_arguments(long (*call)(), const char* format) {
  ask(call, 0);
  if (seen->calls == 0) {
    printf("no call\n");
    return;
  }
  printf("%s %d", seen->native ? "native" : "32-bit", seen->number);
  for (const long arg : seen->args) printf(format, arg);
  printf("\n");
}

// So many values are in use that some must be in the registers which the call
// changes, unless the compiler is told of them.
#if defined(__x86_64__)
#define VALUES(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7)
extern "C" const char __executable_start, etext;  // ld(1)
#else
#define VALUES(X)                                                         \
  X(0)                                                                    \
  X(1)                                                                    \
  X(2)                                                                    \
  X(3)                                                                    \
  X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) X(16) \
      X(17) X(18) X(19) X(20) X(21) X(22) X(23) X(24) X(25) X(26) X(27)
#endif
#define ONE(i) +1
constexpr int in_use = VALUES(ONE);

[[gnu::noinline]] void check_live(const volatile long* source) {
#define DECLARE(i) long v##i = source[i];
// "In a general register, please, now and after the call."
#define IN_REGISTER(i) asm volatile("" : "+r"(v##i));
#define NAME(i) v##i,
  VALUES(DECLARE)
  VALUES(IN_REGISTER)
  raw_syscall(SYS_getppid, 1001, 1002, 1003, 1004, 1005, 1006);
  VALUES(IN_REGISTER)
  const long v[] = {VALUES(NAME)};
  bool address = false, flags = false, argument = false, other = false;
  for (int i = 0; i < in_use; ++i) {
    if (v[i] == -11 * (i + 1)) continue;
    if (v[i] > 1000 && v[i] < 1007) {
      argument = true;
      continue;
    }
#if defined(__x86_64__)
    // rcx gets the address after the call; r11 the flags, of which the one for
    // interrupts and one that is always set are never 0 here.
    const char* where = reinterpret_cast<const char*>(v[i]);
    if (where >= &__executable_start && where < &etext) {
      address = true;
      continue;
    }
    if (v[i] > 0 && v[i] < 0x400000 && (v[i] & 0x202) == 0x202) {
      flags = true;
      continue;
    }
#endif
    other = true;
  }
  printf("changed:%s%s%s%s\n", address ? " rcx" : "", flags ? " r11" : "",
         argument ? " argument" : "", other ? " other" : "");
}

// A function that calls none has its values below the stack pointer: x86-64's
// red zone. aarch64 has none; there the stack pointer has to be moved first.
[[gnu::noinline]] bool stack_kept() {
  volatile long values[12];
  for (volatile long& value : values) value = 77;
  raw_syscall(SYS_getppid);
  bool kept = true;
  for (const volatile long& value : values) kept = kept && value == 77;
  return kept;
}

// The number of bytes that wait in a pipe.
int waiting(int end) {
  int count = 0;
  if (ioctl(end, FIONREAD, &count) == -1) exit(1);
  return count;
}

// Nothing of ours looks at the text after the call.
[[gnu::noinline]] void write_text(int end) {
  char text[8];
  for (char& c : text) c = 'n';
  raw_syscall(SYS_write, end, reinterpret_cast<long>(text), sizeof text);
}

[[gnu::noinline]] void check_store() {
  int ends[2];
  if (pipe(ends) == -1) exit(1);
  write_text(ends[1]);
  char seen[9] = "";
  if (waiting(ends[0]) == 0) {
    printf("no call\n");
  } else if (read(ends[0], seen, 8) == -1) {
    exit(1);
  } else {
    printf("%s\n", strcmp(seen, "nnnnnnnn") == 0 ? "written" : "not written");
  }
}

[[gnu::noinline]] char read_byte(int end) {
  char byte = '-';
  raw_syscall(SYS_read, end, reinterpret_cast<long>(&byte), 1);
  return byte;
}

[[gnu::noinline]] void check_read() {
  int ends[2];
  if (pipe(ends) == -1 || write(ends[1], "x", 1) != 1) exit(1);
  const char byte = read_byte(ends[0]);
  if (waiting(ends[0]) > 0) {
    printf("no call\n");
  } else {
    printf("%c\n", byte);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const char* way = argc > 1 ? argv[1] : "";
  setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  seen = static_cast<Seen*>(mmap(nullptr, sizeof *seen, PROT_READ | PROT_WRITE,
                                 MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  if (seen == MAP_FAILED) return 1;
  if (strcmp(way, "arguments") == 0) {
    show_arguments(call_narrow, " %ld");
  } else if (strcmp(way, "wide") == 0) {
    show_arguments(call_wide, " %#lx");
  } else if (strcmp(way, "results") == 0) {
    for (int i = 2; i < argc; ++i) {
      ask(call_narrow, strtol(argv[i], nullptr, 10));
      printf("%ld of %s, asked %d times\n", seen->returned, argv[i],
             seen->calls);
    }
  } else if (strcmp(way, "error") == 0) {
    errno = 0;
    const volatile long args[6] = {99};
    const long result = call(SYS_close, args);
    printf("%ld, errno %d\n", result, errno);
  } else if (strcmp(way, "live") == 0) {
    volatile long source[in_use];
    for (int i = 0; i < in_use; ++i) source[i] = -11 * (i + 1);
    check_live(source);
  } else if (strcmp(way, "stack") == 0) {
    printf("%s\n", stack_kept() ? "kept" : "written over");
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
