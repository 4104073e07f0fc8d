// The arguments of futex(2): what they are depends on its operation. Given.
#pragma once

#include "kind.hpp"

extern const Kind futex_operation;  // FUTEX_WAIT_PRIVATE
extern const Kind futex_third;      // what the operation has as
extern const Kind futex_fourth;     // its third argument and so on
extern const Kind futex_fifth;
extern const Kind futex_sixth;
