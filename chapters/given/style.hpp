// How much of a call's arguments is shown, and how. Given. See strace(1).
#pragma once

#include <cstddef>

struct Style {
  std::size_t string_limit = 32;  // -s N: bytes of a string that are shown
  bool verbose = false;           // -v: structs and environments in full
  enum class Hex {
    never,
    non_ascii,  // -x: strings with bytes that are not of ASCII
    always,     // -xx: all strings
  };
  Hex hex = Hex::never;
  std::size_t column = 40;  // -a N: where the "=" stands
};
