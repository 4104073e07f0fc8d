// What this machine lets a tracer do, found out by doing it.
#pragma once

#include <string>
#include <vector>

struct Finding {
  std::string name;  // "ptrace"
  bool works;
  bool needed;        // can the course be done without it?
  std::string what;   // what works, or the error
  std::string cause;  // if it does not work
  std::string cure;
};

/// Tries everything that the chapters rest on. Takes a few milliseconds.
std::vector<Finding> examine_machine();

/// The first of the things that a chapter needs which does not work here; null
/// if all is well.
const Finding* obstacle(const std::vector<Finding>& findings,
                        const std::vector<std::string>& needs);

/// Can a 64-bit program make 32-bit calls here (on x86: int 0x80)? Some kernels
/// and virtual machines end who tries.
bool makes_compat32_calls();

/// Is the program in PATH?
bool has_program(const std::string& name);
