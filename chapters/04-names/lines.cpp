#include "lines.hpp"

#include <fmt/format.h>

#include "names.hpp"

void LinePrinter::operator()(const Syscall& call) {
  if (call.abi != abi_) {
    abi_ = call.abi;
    fmt::print(log_, "[ Process PID={} runs in {} bit mode. ]\n", tracee_,
               abi_ == Abi::native ? 64 : 32);
  }
  fmt::print(log_, "{}\n", call_line(call));
}
