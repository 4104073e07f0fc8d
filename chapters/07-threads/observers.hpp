// What -f and -c make of a run: strace's lines, or one table. Given.
#pragma once

#include <sys/types.h>

#include "program.hpp"

/// Runs a tracee made by launch() to its end, with options.follow all its
/// threads and children, too, and writes their calls to options.log. Gives the
/// wait status that the tracee itself ended with.
int follow_or_count(pid_t tracee, const Options& options);
