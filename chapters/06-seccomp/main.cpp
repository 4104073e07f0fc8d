// chapter-06: --deny NAME[,NAME...] takes system calls away from a command.
#include "deny.hpp"
#include "program.hpp"
#include "trace_or_count.hpp"

int main(int argc, char** argv) {
  return run_program(argc, argv, "-o -c --deny --kill",
                     [](const Options& options) {
                       return trace_or_count(launch_denied(options), options);
                     });
}
