// What statx(2) takes and tells. Given.
#pragma once

#include "kind.hpp"

extern const Kind statx_flags;   // AT_STATX_SYNC_AS_STAT|AT_SYMLINK_NOFOLLOW
extern const Kind statx_mask;    // STATX_MODE|STATX_SIZE
extern const Kind statx_result;  // struct statx
