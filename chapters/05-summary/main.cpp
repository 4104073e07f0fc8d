// chapter-05: with -c, the table of the system calls of a command.
#include "launch.hpp"
#include "program.hpp"
#include "trace_or_count.hpp"

int main(int argc, char** argv) {
  return run_program(argc, argv, "-o -c", [](const Options& options) {
    return trace_or_count(launch(options.command), options);
  });
}
