// Arguments that lead a reader astray: lists without an end, lengths that are
// none, structs that are cut off by the end of memory.
#include "pages.hpp"

int tracee_main(int, char**) {
  two_pages();
  // An argv whose strings go on and on, up to the end of memory.
  put(pages, "/no/such");
  char** const argv = reinterpret_cast<char**>(pages + page_size);
  for (long i = 0; i < page_size / 8; ++i) argv[i] = pages;
  raw_syscall(SYS_execve, address(pages), address(argv), address(argv));
  raw_syscall(SYS_execve, address(pages), address(argv + 1), 1);
  raw_syscall(SYS_execve, address(pages), 0, 0);
  // An iovec of 2 GiB, of which there are 2^31 - 1.
  long* const iov = reinterpret_cast<long*>(pages_end - 16);
  iov[0] = address(pages), iov[1] = 0x80000000;
  raw_syscall(SYS_writev, 99, address(iov), 1);
  raw_syscall(SYS_writev, 99, address(iov), 0x7fffffff);
  raw_syscall(SYS_writev, 99, address(pages_end - 8), 1);
  // Addresses of sockets that are shorter than they say, or are.
  put_bytes(pages, "\1\0/tmp/no/such", 14);
  raw_syscall(SYS_connect, 99, address(pages), 5);
  raw_syscall(SYS_connect, 99, address(pages), 1);
  raw_syscall(SYS_connect, 99, address(pages), 0x7fffffff);
  put_bytes(pages, "\2\0\0\120\177\0\0\1", 8);
  raw_syscall(SYS_connect, 99, address(pages), 8);
  raw_syscall(SYS_connect, 99, address(pages), 16);
  raw_syscall(SYS_connect, 99, address(pages_end - 4), 16);
  // Times.
  raw_syscall(SYS_nanosleep, address(pages_end - 8), 0);
  raw_syscall(SYS_nanosleep, 0, 0);
  raw_syscall(SYS_nanosleep, 1, 1);
  long* const time = reinterpret_cast<long*>(pages_end - 16);
  time[0] = -1, time[1] = -1;
  raw_syscall(SYS_nanosleep, address(time), 0);
  // Sets of signals, and what poll and select read.
  raw_syscall(SYS_rt_sigprocmask, 0, address(pages_end - 4), 0, 8);
  raw_syscall(SYS_rt_sigprocmask, 7, 0, 1, 8);
  raw_syscall(SYS_rt_sigaction, 65, address(pages_end - 8), 0, 8);
  raw_syscall(SYS_ppoll, address(pages_end - 8), 0x7fffffff, address(pages), 0,
              8);
  raw_syscall(SYS_pselect6, 0x7fffffff, 1, 0, 0, 0, 0);
  raw_syscall(SYS_getrandom, 1, 16, 0xff);
  raw_syscall(SYS_prctl, 15 /* PR_SET_NAME */, address(pages_end - 3));
  raw_syscall(SYS_futex, address(pages_end), 0x3f, 1, 0, 0, 0);
  raw_syscall(SYS_clone3, address(pages_end - 8), 88);
  raw_syscall(SYS_clone3, address(pages), 8);
  return 0;
}
