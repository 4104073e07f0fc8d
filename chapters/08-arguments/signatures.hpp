// Which arguments a system call has: a table that reads like the synopses of
// the man pages. Given. CONTRIBUTING.md, "A system call", tells how a line is
// added.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kind.hpp"

struct Signature {
  const char* name;
  std::vector<std::reference_wrapper<const Kind>> arguments;
  /// What stands behind the "="; nullptr: as result_text() has it.
  std::string (*result)(const Call&) = nullptr;
};

/// The signature of a call. One that the table does not have has six
/// hexadecimal arguments.
const Signature& signature_of(long number, Abi abi);

/// The arguments of `call` in their order: each with its kind, which has a
/// text, and with its value.
std::vector<Argument> arguments_of(const Call& call);

/// Keeps in call.noted what its kinds want to be kept, at the entry.
void take_notes(Call& call);
