// chapter-08: the lines of a trace, with the arguments of the calls.
#include "launch.hpp"
#include "program.hpp"
#include "with_arguments.hpp"

int main(int argc, char** argv) {
  return run_program(
      argc, argv, "-f -s -v -x -a -e -o -c", [](const Options& options) {
        WithArguments text(options);
        return follow_or_count(launch(options.command), options, text);
      });
}
