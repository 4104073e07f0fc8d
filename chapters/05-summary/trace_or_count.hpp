// What -c decides: a line for each call, or the table. Given.
#pragma once

#include <sys/types.h>

#include "program.hpp"

/// Runs a tracee made by launch() to its end, and writes its calls to
/// options.log. Gives the wait status it ended with.
int trace_or_count(pid_t tracee, const Options& options);
