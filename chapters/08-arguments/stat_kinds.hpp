// What the kernel tells of files, directories and file systems. Given.
#pragma once

#include "kind.hpp"

extern const Kind stat_result;     // struct stat; see stat(2)
extern const Kind statfs_result;   // struct statfs
extern const Kind entries_result;  // 0x5581 /* 7 entries */; see getdents64(2)
