// tracer: the finished tool, made of all chapters' components.
#include "deny.hpp"
#include "program.hpp"
#include "with_arguments.hpp"

int main(int argc, char** argv) {
  return run_program(argc, argv, "-f -s -v -x -a -e -o -c --deny --kill",
                     [](const Options& options) {
                       WithArguments text(options);
                       return follow_or_count(launch_denied(options), options,
                                              text);
                     });
}
