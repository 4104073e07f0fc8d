// The arguments of ioctl(2): what the third is depends on the second. Given.
#pragma once

#include "kind.hpp"

extern const Kind request;           // TCGETS
extern const Kind request_argument;  // what the request has
