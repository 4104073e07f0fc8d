// Where the lines go. Given.
#pragma once

#include <cstdio>
#include <string>

/// A stream into file descriptor `fd`, which it closes at its end unless that
/// is standard error. Each line is written when it is whole, so it can be read
/// while the command runs. A write that fails is told once on standard error,
/// in the name of `program`, and from then on all is thrown away: a full disk
/// is no reason to end the command.
std::FILE* open_log(int fd, const std::string& program);

/// Writes `text` to `fd`; gives false, with errno set, if that fails.
bool write_all(int fd, const std::string& text);
