// chapter-09: -p attaches to processes that run already.
#include "attach_or_run.hpp"
#include "launch.hpp"
#include "program.hpp"
#include "with_arguments.hpp"

int main(int argc, char** argv) {
  return run_program(
      argc, argv, "-p -f -s -v -x -a -e -o -c", [](const Options& options) {
        WithArguments text(options);
        return attach_or_run(options, text,
                             [&] { return launch(options.command); });
      });
}
