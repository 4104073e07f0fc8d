// chapter-04: every system call of a command, by its name.
#include "enter_exit.hpp"
#include "launch.hpp"
#include "lines.hpp"
#include "program.hpp"

int main(int argc, char** argv) {
  return run_program(argc, argv, "-o", [](const Options& options) {
    const pid_t tracee = launch(options.command);
    return trace(tracee, LinePrinter(options.log, tracee));
  });
}
