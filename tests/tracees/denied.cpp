// Tries three calls and says how each went: a number is its error.
#include "nolibc.hpp"

void say(const char* name, long result) {
  print(name);
  print(is_error(result) ? result == -1 ? ": EPERM\n" : ": another error\n"
                         : ": ok\n");
}

int tracee_main(int, char**) {
  say("openat", open_file("/dev/null"));
  say("getpid", raw_syscall(SYS_getpid));
  say("getuid", raw_syscall(SYS_getuid));
  return 0;
}
