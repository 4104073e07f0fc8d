// Reads and writes: a buffer that is full of something else before the call,
// short reads, failed ones, lengths that are not true.
#include "pages.hpp"

static long ends[2];

static void write_to(long descriptor, const char* bytes, unsigned long size) {
  raw_syscall(SYS_write, descriptor, address(bytes), static_cast<long>(size));
}

static void read_from(long descriptor, char* into, long size) {
  raw_syscall(SYS_read, descriptor, address(into), size);
}

int tracee_main(int, char**) {
  two_pages();
  int both[2];
  raw_syscall(SYS_pipe2, address(both), 0);
  ends[0] = both[0], ends[1] = both[1];
  put(pages, "what stood here before");
  write_to(ends[1], "hello, this is longer than 32 bytes\n", 36);
  read_from(ends[0], pages, 5);
  read_from(ends[0], pages, 4096);
  write_to(ends[1], "exactly thirty-two bytes of text", 32);
  read_from(ends[0], pages, 32);
  raw_syscall(SYS_close, ends[1]);
  read_from(ends[0], pages, 100);
  read_from(99, pages, 100);
  read_from(ends[0], nullptr, 0);
  put_bytes(pages_end - 6, "at end", 6);
  write_to(99, pages_end - 6, 6);
  write_to(99, pages_end - 6, 7);
  write_to(99, pages_end - 6, 1UL << 63);
  write_to(99, put(pages, "a length that is not the string's own"), 1UL << 63);
  write_to(99, "\0\1\2", 3);
  write_to(99, nullptr, 5);
  return 0;
}
