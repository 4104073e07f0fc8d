// Which processor runs what.
#pragma once

#include <sched.h>

#include <chrono>

#include "system.hpp"

// Gives the program a processor of its own, and the keeper all others: so a
// fork bomb, even one of a thousand sessions, does not keep the keeper from
// running. Besides, a tracer and its tracee are quicker on one than on two.
class Processors {
 public:
  Processors() {
    must(sched_getaffinity(0, sizeof rest_, &rest_), "sched_getaffinity");
    if (CPU_COUNT(&rest_) < 2) return;
    // Any will do, but not the same each time.
    auto skip = std::chrono::steady_clock::now().time_since_epoch().count() /
                1000 % CPU_COUNT(&rest_);
    int chosen = 0;
    while (!CPU_ISSET(chosen, &rest_) || skip-- > 0) ++chosen;
    CPU_CLR(chosen, &rest_);
    CPU_ZERO(&one_);
    CPU_SET(chosen, &one_);
  }
  void move_to_one() const { move_to(one_); }
  void move_to_rest() const { move_to(rest_); }

 private:
  static void move_to(const cpu_set_t& set) {
    if (CPU_COUNT(&set) == 0) return;  // there is but one
    must(sched_setaffinity(0, sizeof set, &set), "sched_setaffinity");
  }

  cpu_set_t one_{};
  cpu_set_t rest_{};
};
