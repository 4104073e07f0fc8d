// What a stopped tracee's registers say about its system call. Given: this is
// the one place that knows the hardware. See syscall(2), ptrace(2).
#pragma once

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <span>

/// Whose table of numbers a call was made with. A 64-bit process, too, can make
/// a 32-bit call (on x86: int 0x80), and its numbers mean other calls.
enum class Abi { native, compat32 };

struct Registers {
  Abi abi;
  long number;  // which call: the lower 32 bits, with their sign, since
                // that is what the kernel looks at
  std::array<unsigned long, 6> args;  // of a 32-bit call the lower 32 bits each
  long result;  // what the call gave back: true at the syscall-exit-stop only
};

/// What `set` says, the registers as PTRACE_GETREGSET gives them. Those of a
/// 32-bit program are fewer, and of 32 bits each; the size of the set tells.
/// Throws std::runtime_error for a size that is neither's.
Registers decode_registers(Abi abi, std::span<const std::byte> set);

struct Thread;  // enter_exit.hpp

/// The registers of a tracee stopped at a syscall-stop.
/// Throws std::system_error: ESRCH if the tracee was killed meanwhile.
Registers read_registers(const Thread& thread);
