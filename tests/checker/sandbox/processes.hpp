// Who descends from this process.
#pragma once

#include <sys/types.h>

#include <vector>

/// All living descendants, from /proc. Throws std::system_error without one.
std::vector<pid_t> descendants();
