// --deny and --kill: from the names of the command line to a tracee that has
// the filter. Given.
#pragma once

#include <sys/types.h>

#include "program.hpp"

/// launch() of options.command, with the filter of options.deny and
/// options.kill loaded before the exec; plainly, if nothing is denied.
/// Throws BadUsage for a system call that is not known, and for more of them
/// than a filter holds; LaunchError for a command that cannot be executed, be
/// it that execve is denied.
pid_t launch_denied(const Options& options);
