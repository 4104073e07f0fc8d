// Who descends from this process.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <vector>

/// All living descendants, from /proc. Throws std::system_error without one.
std::vector<pid_t> descendants();

/// How long one of the living descendants, the one that had to wait longest,
/// has been ready to run while others had the processors (/proc/PID/schedstat).
/// 0 if the kernel keeps no account of it.
std::chrono::milliseconds time_kept_waiting();

/// Has a signal or a tracer stopped that process? See "state" in proc(5).
bool is_ready_to_run(pid_t pid);
bool is_stopped(pid_t pid);
