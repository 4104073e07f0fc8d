// The tables of names: system calls and errors. Made when the course is built,
// from <asm/unistd.h> and <asm/errno.h> (see tables.cmake). Given.
#pragma once

#include <span>

#include "registers.hpp"

/// A number and its name. The tables are in the order of their numbers. Numbers
/// are missing: the last one is larger than the table.
struct Name {
  long number;
  const char* name;
};
std::span<const Name> syscall_table(Abi abi);
std::span<const Name> error_table();
