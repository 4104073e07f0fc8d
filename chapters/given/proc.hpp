// What /proc tells of a process. Given. See proc(5).
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

/// The first word behind `key` in the first line of `file` that begins so; ""
/// if there is none.
std::string word_of(const std::string& file, const std::string& key);

/// The words of /proc/PID/stat behind the name: the state, "D", is the first,
/// the flags are the seventh. None if nobody has that id.
std::vector<std::string> stat_of(pid_t pid);
