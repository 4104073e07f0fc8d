// What every part needs of the system. Given.
#pragma once

#include <signal.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>

#include <cerrno>
#include <string>
#include <system_error>

#include "native_arch.hpp"

/// Throws the error that `call` left in errno. See errno(3).
[[noreturn]] inline void fail(const char* call) {
  throw std::system_error(errno, std::generic_category(), call);
}

/// The result of a call that gives -1 and sets errno if it fails: then fails.
inline int must(int result, const char* call) {
  if (result == -1) fail(call);
  return result;
}

/// Waits until `child` stops or ends, and gives its wait status (waitpid(2)).
/// A signal that interrupts the wait only makes it begin again.
inline int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) == -1) {
    if (errno != EINTR) fail("waitpid");
  }
  return status;
}

/// "SIGTERM" for 15, "signal 99" for a number without a name. See signal(7).
/// Real-time signals are named as strace does, counted from the kernel's first,
/// 32: "SIGRTMIN" for that, "SIGRT_7" for 39. (The C library keeps the first
/// two for itself: its SIGRTMIN is 34.)
inline std::string signal_name(int number) {
  constexpr int first = 32;
  constexpr int last = 64;
  if (number == first) return "SIGRTMIN";
  if (number > first && number <= last) {
    return "SIGRT_" + std::to_string(number - first);
  }
  // Not every libc has sigabbrev_np(3); and its SIGPOLL is strace's SIGIO.
  static constexpr const char* names[] = {
      "HUP",  "INT",    "QUIT", "ILL",   "TRAP", "ABRT", "BUS",  "FPE",
      "KILL", "USR1",   "SEGV", "USR2",  "PIPE", "ALRM", "TERM", "STKFLT",
      "CHLD", "CONT",   "STOP", "TSTP",  "TTIN", "TTOU", "URG",  "XCPU",
      "XFSZ", "VTALRM", "PROF", "WINCH", "IO",   "PWR",  "SYS"};
  if (number >= 1 && number < first) {
    return std::string("SIG") + names[number - 1];
  }
  return "signal " + std::to_string(number);
}
