#include "trace_or_count.hpp"

#include <fmt/format.h>

#include "enter_exit.hpp"
#include "lines.hpp"
#include "summary.hpp"

int trace_or_count(pid_t tracee, const Options& options) {
  if (!options.count) return trace(tracee, LinePrinter(options.log, tracee));
  Summary summary;
  const int status =
      trace(tracee, [&](const Syscall& call) { summary.count(call); });
  fmt::print(options.log, "{}", summary.table());
  return status;
}
