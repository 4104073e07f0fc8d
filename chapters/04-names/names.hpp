// Names for numbers: system calls and errors, from this machine's kernel
// headers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "enter_exit.hpp"
#include "registers.hpp"
#include "tables.hpp"

/// The name of a system call, "openat"; "syscall_0x1f4" for number 500, which
/// has none.
std::string syscall_name(long number, Abi abi = Abi::native);

/// The number of a native system call by its name. Empty if there is none. The
/// name can be a part of a longer text: it ends with its size, not with a zero.
std::optional<long> syscall_number(std::string_view name);

/// What strace prints after the "=": "3", "-1 ENOENT (No such file or
/// directory)", "-1 (errno 4000)" for an error without a name, "?" for a call
/// that never returned, and "? ERESTARTSYS (To be restarted if SA_RESTART is
/// set)" for the four results by which the kernel tells itself to make the call
/// again.
std::string result_text(const std::optional<long>& result);

/// One line of the trace, without its end: "openat = 3".
std::string call_line(const Syscall& call);
