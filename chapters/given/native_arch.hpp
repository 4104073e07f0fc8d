// Whose calls are native. Given.
#pragma once

#include <linux/audit.h>

/// This machine's own architecture, as the kernel names it to tracers and
/// filters: ptrace(2), PTRACE_GET_SYSCALL_INFO; seccomp(2).
#if defined(__x86_64__)
inline constexpr unsigned native_arch = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
inline constexpr unsigned native_arch = AUDIT_ARCH_AARCH64;
#endif
