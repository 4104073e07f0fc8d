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

/// Would that process run if it had a processor? See "state" in proc(5).
bool is_ready_to_run(pid_t pid);

/// Is its end on the way, by a SIGKILL or an exit? It may still need a
/// processor for that.
bool is_ending(pid_t pid);

/// Has a signal or a tracer stopped it?
bool is_stopped(pid_t pid);
