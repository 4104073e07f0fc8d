// One system call, with nothing between you and the kernel.
#pragma once

/// Asks the kernel for system call `number` with up to six arguments.
/// Gives back what the kernel gives back: the result, or -errno, a number from
/// -4095 to -1. There is no errno variable here: that one is libc's.
/// Registers: syscall(2), "Architecture calling conventions".
inline long raw_syscall([[maybe_unused]] long number,
                        [[maybe_unused]] long a = 0,
                        [[maybe_unused]] long b = 0,
                        [[maybe_unused]] long c = 0,
                        [[maybe_unused]] long d = 0,
                        [[maybe_unused]] long e = 0,
                        [[maybe_unused]] long f = 0) {
// One operand list, in three parts.
// clang-format off
#if defined(__x86_64__)
  long result;
  // TODO 1b: bind d, e and f to the registers r10, r8 and r9.
  // end of 1b
  asm volatile(
      // TODO 1a: the instruction, its result, the number and a, b and c.
      ""  // no instruction yet: what comes back is -38, "no such system call"
      : "=a"(result)
      : "a"(-38L)
      // end of 1a
      // TODO 1b: three more inputs (begin with a comma).
      // end of 1b
      // TODO 1c: after a third colon, what else the instruction changes.
      // end of 1c
  );
  return result;
#elif defined(__aarch64__)
  register long x0 asm("x0") = a;
  // TODO 1a: bind number, b and c to the registers x8, x1 and x2.
  x0 = -38;  // no instruction yet: this is "no such system call"
  // end of 1a
  // TODO 1b: bind d, e and f to the registers x3, x4 and x5.
  // end of 1b
  asm volatile(
      // TODO 1a: the instruction, x0 (argument and result), and the inputs.
      ""
      : "+r"(x0)
      : "r"(number)  // in whatever register
      // end of 1a
      // TODO 1b: three more inputs (begin with a comma).
      // end of 1b
      // TODO 1c: after a third colon, what else the instruction changes.
      // end of 1c
  );
  return x0;
#else
#error "This course knows the system calls of x86-64 and aarch64."
#endif
  // clang-format on
}

/// Whether a result of raw_syscall is an error: -4095 to -1 and nothing else.
/// Other negative numbers are results: an offset or an address can be one.
constexpr bool is_error([[maybe_unused]] long result) {
  // TODO 1d: when is a result an error?
  return false;
  // end of 1d
}
