// chapter-05: with -c, the table of the system calls of a command.
#include <fmt/format.h>

#include "enter_exit.hpp"
#include "launch.hpp"
#include "lines.hpp"
#include "program.hpp"
#include "summary.hpp"

int main(int argc, char** argv) {
  return run_program(argc, argv, "oc", [](const Options& options) {
    const pid_t tracee = launch(options.command);
    if (!options.count) {
      return trace(tracee, LinePrinter(options.log, tracee));
    }
    Summary summary;
    const int status =
        trace(tracee, [&](const Syscall& call) { summary.count(call); });
    fmt::print(options.log, "{}", summary.table());
    return status;
  });
}
