// probe-05 number:result:nanoseconds CALL...: counts such calls and prints the
// table. A result "?" is that of a call that never returned; 3x39:7:2000 are
// three calls. The first argument is there for who reads the command.
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
    call.number = std::strtol(rest, &rest, 10);
    if (rest[1] == '?') {
      rest += 2;
    } else {
      call.result = std::strtol(rest + 1, &rest, 10);
    }
    call.time = std::chrono::nanoseconds(std::strtol(rest + 1, nullptr, 10));
    while (times-- > 0) summary.count(call);
  }
  fmt::print("{}", summary.table());
}
