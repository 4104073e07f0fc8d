// A request of ptrace(2) to a tracee. Given.
#pragma once

#include <sys/ptrace.h>
#include <sys/types.h>

#include <cerrno>

#include "system.hpp"

/// Makes the request of a tracee that stands still. ESRCH is no error: SIGKILL
/// can end a stopped tracee at any time, and then the next wait says so. Throws
/// std::system_error for any other.
inline void request(decltype(PTRACE_CONT) what, pid_t tid, long data = 0,
                    long address = 0) {
  if (ptrace(what, tid, address, data) == -1 && errno != ESRCH) fail("ptrace");
}
