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
