// For programs without libc: the system calls that a tracee makes are those
// that stand in its source, and no others.
#pragma once

#include <signal.h>
#include <sys/syscall.h>

#include "raw_syscall.hpp"

/// What a tracee does; gives its exit status.
extern "C" int tracee_main(int argc, char** argv);

extern "C" [[noreturn]] inline void leave(int status) {
  for (;;) raw_syscall(SYS_exit_group, status);
}

extern "C" [[noreturn, gnu::used]] inline void start(long* stack) {
  leave(tracee_main(static_cast<int>(*stack),
                    reinterpret_cast<char**>(stack + 1)));
}

// The kernel starts a program with argc and argv on the stack.
#if defined(__x86_64__)
asm(".globl _start\n_start:\n mov %rsp, %rdi\n and $-16, %rsp\n call start\n");
#elif defined(__aarch64__)
asm(".globl _start\n_start:\n mov x0, sp\n bl start\n");
#endif

template <class T>
long address(T* pointer) {
  return reinterpret_cast<long>(pointer);
}

inline long open_file(const char* path) {
  return raw_syscall(SYS_openat, -100 /* AT_FDCWD */, address(path), 0);
}

inline void print(const char* text) {
  long length = 0;
  while (text[length] != '\0') ++length;
  raw_syscall(SYS_write, 1, address(text), length);
}

/// A number as a word of the command line has it.
inline int number(const char* digits) {
  int value = 0;
  for (; *digits != '\0'; ++digits) value = 10 * value + (*digits - '0');
  return value;
}

inline void signal_myself(int signal) {
  raw_syscall(SYS_kill, raw_syscall(SYS_getpid), signal);
}

// The kernel's own struct sigaction; x86-64 wants to be told how to return.
struct KernelSigaction {
  void (*handler)(int);
  unsigned long flags;
  void (*restorer)();
  unsigned long mask;
};

#if defined(__x86_64__)
extern "C" void restore();
asm("restore:\n mov $15, %eax\n syscall\n");  // rt_sigreturn
#endif

/// Installs a handler, or SIG_IGN.
inline void on_signal(int signal, void (*handler)(int),
                      unsigned long flags = 0) {
#if defined(__x86_64__)
  const KernelSigaction action{handler, flags | 0x04000000, restore, 0};
#else
  const KernelSigaction action{handler, flags, nullptr, 0};
#endif
  raw_syscall(SYS_rt_sigaction, signal, address(&action), 0, 8);
}

/// Asks for a SIGALRM after `first` microseconds, and then every `interval`.
inline void alarm_in(long first, long interval = 0) {
  const long timer[4] = {0, interval, 0, first};
  raw_syscall(SYS_setitimer, 0 /* ITIMER_REAL */, address(timer), 0);
}

inline long sleep_for(long milliseconds) {
  const long time[2] = {milliseconds / 1000, milliseconds % 1000 * 1000000};
  return raw_syscall(SYS_nanosleep, address(time), 0);
}

/// Starts a thread or a process by clone(2). It calls run(argument), on `stack`
/// (its upper end), or on a copy of the caller's if that is null, and ends with
/// exit(2), by itself alone, and what `run` gave. Gives its id.
extern "C" long start_by_clone(unsigned long flags, void* stack,
                               long (*run)(long), long argument);
#if defined(__x86_64__)
asm("start_by_clone:\n"
    " mov %rdx, %r8\n mov %rcx, %r9\n xor %edx, %edx\n xor %r10d, %r10d\n"
    " mov $56, %eax\n syscall\n"
    " test %rax, %rax\n jnz 1f\n"
    " xor %ebp, %ebp\n mov %r9, %rdi\n and $-16, %rsp\n call *%r8\n"
    "0: mov %eax, %edi\n mov $60, %eax\n syscall\n jmp 0b\n"
    "1: ret\n");
#elif defined(__aarch64__)
asm("start_by_clone:\n"
    " mov x9, x2\n mov x10, x3\n mov x2, #0\n mov x3, #0\n mov x4, #0\n"
    " mov x8, #220\n svc #0\n"
    " cbnz x0, 1f\n"
    " mov x0, x10\n blr x9\n"
    "0: mov x8, #93\n svc #0\n b 0b\n"
    "1: ret\n");
#endif

inline constexpr unsigned long as_thread =
    0x00000100 /* CLONE_VM */ | 0x00000200 /* CLONE_FS */ |
    0x00000400 /* CLONE_FILES */ | 0x00000800 /* CLONE_SIGHAND */ |
    0x00010000 /* CLONE_THREAD */ | 0x00040000 /* CLONE_SYSVSEM */;
inline constexpr unsigned long as_process = SIGCHLD;
/// The caller goes on when the new one has ended, or has made an exec.
inline constexpr unsigned long and_wait = 0x00004000 /* CLONE_VFORK */;
/// Also for a process: it has the caller's memory, and wants a stack.
inline constexpr unsigned long same_memory = 0x00000100 /* CLONE_VM */;

/// A stack for a thread, one at a time; and its upper end.
struct Stack {
  alignas(16) char bytes[8192];
  void* end() { return bytes + sizeof bytes; }
};

/// Waits for a child, of whatever kind, and gives its wait status.
inline int wait_for_child(long child, int options = 0) {
  int status = -1;
  raw_syscall(SYS_wait4, child, address(&status),
              options | 0x40000000 /* __WALL */, 0);
  return status;
}

[[noreturn]] inline void leave_thread(int status) {
  for (;;) raw_syscall(SYS_exit, status);
}

inline bool same(const char* a, const char* b) {
  while (*a != '\0' && *a == *b) ++a, ++b;
  return *a == *b;
}

inline long number_in(const char* text) {
  long number = 0;
  for (; *text != '\0'; ++text) number = 10 * number + (*text - '0');
  return number;
}
