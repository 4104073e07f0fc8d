// All in register variables, and the error as one unsigned comparison.
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
  register long rax asm("rax") = number;
  register long rdi asm("rdi") = a;
  register long rsi asm("rsi") = b;
  register long rdx asm("rdx") = c;
  register long r10 asm("r10") = d;
  register long r8 asm("r8") = e;
  register long r9 asm("r9") = f;
  __asm__ __volatile__("syscall"
                       : "+r"(rax)
                       : "r"(rdi), "r"(rsi), "r"(rdx), "r"(r10), "r"(r8), "r"(r9)
                       : "cc", "rcx", "r11", "memory");
  return rax;
#elif defined(__aarch64__)
  register long x0 asm("x0") = a;
  register long x8 asm("x8") = number;
  register long x1 asm("x1") = b;
  register long x2 asm("x2") = c;
  register long x3 asm("x3") = d;
  register long x4 asm("x4") = e;
  register long x5 asm("x5") = f;
  asm volatile(
      "svc #0"
      : "+r"(x0)
      : "r"(x8), "r"(x1), "r"(x2)
      , "r"(x3), "r"(x4), "r"(x5)
      : "memory"
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
  return static_cast<unsigned long>(result) >= -4095UL;
}
