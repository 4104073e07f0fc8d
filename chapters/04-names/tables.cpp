#include "tables.hpp"
// The tables need what tables.hpp declares: the order stays.
// clang-format off
#include "tables.inc"
// clang-format on

std::span<const Name> syscall_table(Abi abi) {
  if (abi == Abi::native) return native_syscalls;
  return compat32_syscalls;
}

std::span<const Name> error_table() { return errors; }
