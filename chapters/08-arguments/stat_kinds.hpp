// What the kernel tells of files, directories and file systems. Given.
#pragma once

#include "kind.hpp"

extern const Kind stat_result;     // struct stat; see stat(2)
extern const Kind statx_flags;     // AT_STATX_SYNC_AS_STAT|AT_SYMLINK_NOFOLLOW
extern const Kind statx_mask;      // STATX_MODE|STATX_SIZE
extern const Kind statx_result;    // struct statx
extern const Kind statfs_result;   // struct statfs
extern const Kind entries_result;  // 0x5581 /* 7 entries */; see getdents64(2)
