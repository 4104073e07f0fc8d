// Following the system calls of a tracee. See ptrace(2), "Syscall-stops".
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <optional>

#include "registers.hpp"

/// One system call of a tracee, complete.
struct Syscall {
  Abi abi = Abi::native;
  long number = -1;
  std::array<unsigned long, 6> args{};
  std::optional<long> result;       // the kernel's: -4095..-1 is -errno.
                                    // Empty: the call never returned.
  std::chrono::nanoseconds time{};  // that went by from enter to exit, or 0
};

/// Is given each call once, when it has returned, or when it never will.
using Report = std::function<void(const Syscall&)>;

/// What the tracer keeps in mind of one tracee between its stops.
struct Thread {
  pid_t tid;
  bool inside = false;  // between syscall-enter-stop and syscall-exit-stop
  Syscall call{};       // the call it is inside of
  std::chrono::steady_clock::time_point entered{};
};

/// Takes note of a syscall-stop of `thread`: the entry into a call, or the exit
/// from it, which is when the call is reported.
/// Throws std::system_error: ESRCH if the tracee was killed meanwhile.
void syscall_stop(Thread& thread, const Report& report);

/// Runs a tracee made by launch() to its end and reports its system calls.
/// Every signal it is sent reaches it. Gives the wait status it ended with.
/// Throws std::system_error if ptrace or waitpid fails.
int trace(pid_t tracee, const Report& report);
