// chapter-02: runs a command as a tracee, and ends as it ended.
#include "launch.hpp"
#include "program.hpp"

int main(int argc, char** argv) {
  return run_program(argc, argv, "-o", [](const Options& options) {
    return run_to_end(launch(options.command));
  });
}
