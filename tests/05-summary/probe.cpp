// probe-05 CALLSxNUMBER:RESULT:NANOSECONDS-EACH CALL...: counts such calls and
// prints the table. A result "?" is that of a call that never returned; "c20"
// is number 20 of the 32-bit table. The first argument is there for who reads
// the command.
#include <fmt/format.h>

#include <cstdlib>
#include <cstring>

#include "summary.hpp"

int main(int argc, char** argv) {
  Summary summary;
  for (int i = 2; i < argc; ++i) {
    char* rest = argv[i];
    long times = 1;
    if (std::strchr(rest, 'x')) times = std::strtol(rest, &rest, 10), ++rest;
    Syscall call;
    if (*rest == 'c') call.abi = Abi::compat32, ++rest;
    call.number = std::strtol(rest, &rest, 10);
    if (rest[1] == '?') {
      call.result = -2;  // nobody may look at what was there before
      call.result.reset();
      rest += 2;
    } else {
      call.result = std::strtol(rest + 1, &rest, 10);
    }
    call.time = std::chrono::nanoseconds(std::strtol(rest + 1, nullptr, 10));
    while (times-- > 0) summary.count(call);
  }
  fmt::print("{}", summary.table());
}
