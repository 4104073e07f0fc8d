// The options of sockets: setsockopt(2). Given.
#pragma once

#include "kind.hpp"

extern const Kind option_level;  // SOL_SOCKET
extern const Kind option_name;   // SO_REUSEADDR, of that level
extern const Kind option_in;     // [1], "eth0"
extern const Kind option_out;
