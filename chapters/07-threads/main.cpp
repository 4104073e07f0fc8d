// chapter-07: -f follows the threads and children of a command, too.
#include "launch.hpp"
#include "observers.hpp"
#include "program.hpp"

int main(int argc, char** argv) {
  return run_program(argc, argv, "-f -o -c", [](const Options& options) {
    return follow_or_count(launch(options.command), options);
  });
}
