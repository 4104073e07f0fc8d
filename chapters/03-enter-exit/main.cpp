// chapter-03: every system call of a command, by its number.
#include <fmt/format.h>

#include "enter_exit.hpp"
#include "launch.hpp"
#include "program.hpp"

int main(int argc, char** argv) {
  return run_program(argc, argv, "-o", [](const Options& options) {
    return trace(launch(options.command), [&](const Syscall& call) {
      fmt::print(options.log, "{} {} = {}\n",
                 call.abi == Abi::native ? "syscall" : "32-bit syscall",
                 call.number,
                 call.result ? fmt::format("{}", *call.result) : "?");
    });
  });
}
