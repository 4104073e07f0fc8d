// What -p makes of a run. Given.
#pragma once

#include <sys/types.h>

#include <functional>

#include "observers.hpp"
#include "program.hpp"

/// Follows the processes of options.attach, and the command, which `start`
/// starts (launch()) if there is one, until all are gone or end_signal() says
/// that it is enough: then detaches from all, and hands that signal on to the
/// command. Whoever cannot be attached to is told of in one line. Gives the
/// wait status of the command, or 0 without one; of a death by that signal if
/// one came; of an exit with 1 if there was nobody to follow.
int attach_or_run(const Options& options, CallText& text,
                  const std::function<pid_t()>& start);
