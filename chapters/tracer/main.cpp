// tracer: the finished tool, made of all chapters' components.
#include "deny.hpp"
#include "observers.hpp"
#include "program.hpp"

int main(int argc, char** argv) {
  return run_program(argc, argv, "-f -o -c --deny --kill",
                     [](const Options& options) {
                       return follow_or_count(launch_denied(options), options);
                     });
}
