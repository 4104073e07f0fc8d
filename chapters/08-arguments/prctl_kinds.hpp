// The arguments of prctl(2) and arch_prctl(2): what they are depends on the
// first. Given.
#pragma once

#include "kind.hpp"

extern const Kind prctl_option;  // PR_SET_NAME
extern const Kind prctl_second;  // what the option has as its argument
extern const Kind prctl_third;
extern const Kind prctl_rest;
#if defined(__x86_64__)             // no other machine has the call
extern const Kind arch_prctl_code;  // ARCH_SET_FS
extern const Kind arch_prctl_address;
#endif
