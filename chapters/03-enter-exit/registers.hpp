// What a stopped tracee's registers say about its system call. Given: this is
// the one place that knows the hardware. See syscall(2), ptrace(2).
#pragma once

#include <sys/types.h>

#include <array>

/// Whose table of numbers a call was made with. A 64-bit process, too, can make
/// a 32-bit call (on x86: int 0x80), and its numbers mean other calls.
enum class Abi { native, compat32 };

struct Registers {
  Abi abi;
  long number;                        // which call
  std::array<unsigned long, 6> args;  // its arguments
  long result;  // what the call gave back: true at the syscall-exit-stop only
};

/// The registers of a tracee stopped at a syscall-stop.
/// Throws std::system_error: ESRCH if the tracee was killed meanwhile.
Registers read_registers(pid_t tid);
