// The keeper: starts the program, and ends all that it leaves behind.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "descriptors.hpp"
#include "sandbox.hpp"

/// What the keeper tells the checker at the end.
struct LastWord {
  Outcome::End end;
  int code;
  unsigned survivors;
};

/// The keeper's whole life, in a process of its own. Its last word goes into
/// `words`, or its error, a negative number, into the same. It ends everything
/// when `leash` is closed at the other side.
[[noreturn]] void live_as_keeper(const std::vector<std::string>& argv,
                                 const RunOptions& options, Fd out, Fd err,
                                 const Fd& leash, const Fd& words, uid_t uid,
                                 gid_t gid, pid_t checker);
