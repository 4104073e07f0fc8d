// The table of `strace -c`: how often each call was made, how often it failed,
// and where the time went.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "enter_exit.hpp"

/// What is known of all the calls with one number.
struct Row {
  Abi abi{};
  long number{};
  long calls = 0;
  long errors = 0;
  std::chrono::nanoseconds time{};  // from enter to exit, all calls together
};

class Summary {
 public:
  /// Takes note of a call. As in strace, a call counts when it has returned:
  /// one without a result (exit_group) is left out.
  void count(const Syscall& call);

  /// The table as `strace -c -w` prints it, with its columns, its order and its
  /// totals. Calls made in 32-bit mode have a table of their own, after it.
  std::string table() const;

 private:
  std::string table_of(Abi abi) const;

  std::map<std::pair<Abi, long>, Row> rows_;
};
