// The names of constants, in sets: constants::open_flags has O_CREAT, O_EXCL
// and so on. Made when the course is built, from the headers of the machine:
// see constants.cmake, which says which names make a set. Given.
#pragma once

#include "tables.hpp"

namespace constants {
// clang-format off
#include "constants.inc"
// clang-format on
}  // namespace constants
