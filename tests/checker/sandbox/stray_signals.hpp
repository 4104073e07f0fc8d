// Where there are no namespaces, a filter keeps a program's signals from those
// whom they must not reach. See seccomp(2).
#pragma once

#include <sys/types.h>

/// Refuses, in this process and all that come from it, signals to all processes
/// at once, to the keeper and to the checker. Throws std::system_error.
void refuse_stray_signals(pid_t keeper, pid_t checker);
