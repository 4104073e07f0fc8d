// tracer: the finished tool, made of all chapters' components.
#include "deny.hpp"
#include "program.hpp"
#include "trace_or_count.hpp"

int main(int argc, char** argv) {
  return run_program(
      argc, argv, "-o -c --deny --kill", [](const Options& options) {
        return trace_or_count(launch_denied(options), options);
      });
}
