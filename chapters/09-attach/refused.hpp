// What is said of somebody who cannot be attached to. Given.
#pragma once

#include <string>

#include "attach.hpp"

/// What /proc tells of `pid` and of this process, after PTRACE_SEIZE has failed
/// with `error`.
Facts facts_of(pid_t pid, int error);

/// A sentence with the cause, and one with what helps, if anything does.
std::string refusal_text(const Facts& facts);
