// Sends itself a signal that is ignored, between calls: a stop of its own kind.
// SIGWINCH is ignored by itself; another, whose number it is given, is told to
// be.
#include "nolibc.hpp"

int tracee_main(int argc, char** argv) {
  const int signal = argc > 1 ? number(argv[1]) : SIGWINCH;
  if (argc > 1) on_signal(signal, SIG_IGN);
  raw_syscall(SYS_getppid);
  signal_myself(signal);
  raw_syscall(SYS_getppid);
  raw_syscall(SYS_getuid);
  return 0;
}
