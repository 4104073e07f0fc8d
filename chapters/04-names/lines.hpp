// The lines of a trace, in strace's format. Given.
#pragma once

#include <sys/types.h>

#include <cstdio>

#include "enter_exit.hpp"

/// Prints each call it is given on a line of its own, and a line like
/// "[ Process PID=7 runs in 32 bit mode. ]" where the table of numbers changes.
class LinePrinter {
 public:
  LinePrinter(std::FILE* log, pid_t tracee) : log_(log), tracee_(tracee) {}
  void operator()(const Syscall& call);

 private:
  std::FILE* log_;
  pid_t tracee_;
  Abi abi_ = Abi::native;
};
