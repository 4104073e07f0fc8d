// probe-03 COMMAND [ARG...]: traces it with the learner's trace() and prints
// for each call its number, its result, the nanoseconds it took, and its first
// and third argument.
#include <fmt/format.h>

#include "enter_exit.hpp"
#include "launch.hpp"

int main(int argc, char** argv) {
  const int status =
      trace(launch({argv + 1, argv + argc}), [](const Syscall& call) {
        fmt::print(stderr, "{} {} {} {} {}\n", call.number,
                   call.result ? fmt::format("{}", *call.result) : "?",
                   call.time.count(), call.args[0], call.args[2]);
      });
  return exit_code(status);
}
