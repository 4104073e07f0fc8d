// tracer: the finished tool, made of all chapters' components.
#include "attach_or_run.hpp"
#include "deny.hpp"
#include "program.hpp"
#include "with_arguments.hpp"

int main(int argc, char** argv) {
  return run_program(argc, argv, "-p -f -s -v -x -a -e -o -c --deny --kill",
                     [](const Options& options) {
                       WithArguments text(options);
                       return attach_or_run(options, text, [&] {
                         return launch_denied(options);
                       });
                     });
}
