// How the keeper's child becomes the program.
#pragma once

#include <string>
#include <vector>

#include "descriptors.hpp"
#include "sandbox.hpp"

/// Becomes the program, its output in `out` and `err`. Does not come back; the
/// errno of what failed goes into `errors`.
[[noreturn]] void become(const std::vector<std::string>& argv,
                         const RunOptions& options, const Fd& out,
                         const Fd& err, const Fd& errors, pid_t checker);
