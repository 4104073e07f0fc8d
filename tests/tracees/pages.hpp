// Memory at addresses that are known: two pages, and behind them nothing.
#pragma once

#include "nolibc.hpp"

inline char* const pages = reinterpret_cast<char*>(0x10000000);
inline constexpr long page_size = 0x10000;  // no machine's page is larger
inline char* const pages_end = pages + 2 * page_size;

inline void two_pages() {
  raw_syscall(SYS_mmap, address(pages), 2 * page_size,
              3 /* PROT_READ|PROT_WRITE */,
              0x32 /* MAP_PRIVATE|MAP_FIXED|MAP_ANONYMOUS */, -1, 0);
}

inline char* put_bytes(char* at, const char* bytes, long size) {
  for (long i = 0; i < size; ++i) at[i] = bytes[i];
  return at;
}

/// A string, with its zero.
inline char* put(char* at, const char* text) {
  long size = 1;
  while (text[size - 1] != '\0') ++size;
  return put_bytes(at, text, size);
}
