// flags: -O1 -shared -fPIC
// Not a tracee but a library to be loaded before libc: the clock on the wall,
// which may be set at any time, jumps to and fro by an hour at each look.
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
  static bool later = false;
  const long result = syscall(SYS_clock_gettime, clock, time);
  if (result == 0 && clock == CLOCK_REALTIME) {
    later = !later;
    time->tv_sec += later ? 3600 : -3600;
  }
  return static_cast<int>(result);
}
