// probe-03 COMMAND [ARG...]: traces it with the learner's trace() and prints
// for each call its number, its result and the nanoseconds it took.
#include <fmt/format.h>

#include "enter_exit.hpp"
#include "launch.hpp"

int main(int argc, char** argv) {
  const int status =
      trace(launch({argv + 1, argv + argc}), [](const Syscall& call) {
        fmt::print(stderr, "{} {} {}\n", call.number,
                   call.result ? fmt::format("{}", *call.result) : "?",
                   call.time.count());
      });
  return exit_code(status);
}
