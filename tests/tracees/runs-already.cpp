// What a tracer attaches to. It lets everybody do so (PR_SET_PTRACER, for
// Yama). reads: waits for a byte on descriptor 3, says what came of it, and how
// often it was sent a SIGUSR1. sleeps MS: sleeps for so long in one call, and
// says whether it did. threads N: so many threads, the first included, wait for
// a byte each. grows: a second thread makes another for each byte on descriptor
// 4, up to three. They and the first wait for a byte each. shrinks: a second
// thread ends with a byte on descriptor 4. The first and a third wait for a
// byte each. ends-tracer: waits for a tracer, makes three calls, sends it a
// SIGTERM, waits until it is gone, and says so.
#include "nolibc.hpp"

namespace {

int signals = 0;
Stack stacks[64];

// Of all threads that wait, each takes one.
void take_byte() {
  char byte;
  const long got = raw_syscall(SYS_read, 3, address(&byte), 1);
  print(got == 1 ? "went on\n" : got == 0 ? "read nothing\n" : "EINTR\n");
}

long waits(long) {
  take_byte();
  return 0;
}

long grows(long) {
  char byte;
  for (int i = 1; i < 4 && raw_syscall(SYS_read, 4, address(&byte), 1) == 1;
       ++i) {
    start_by_clone(as_thread, stacks[i].end(), waits, 0);
  }
  return 0;
}

long shrinks(long) {
  char byte;
  raw_syscall(SYS_read, 4, address(&byte), 1);
  return 0;
}

long milliseconds() {
  long time[2];
  raw_syscall(SYS_clock_gettime, 1 /* CLOCK_MONOTONIC */, address(time));
  return time[0] * 1000 + time[1] / 1000000;
}

long tracer() {
  static char text[4096];
  const long file = open_file("/proc/self/status");
  const long size = raw_syscall(SYS_read, file, address(text), sizeof text - 1);
  raw_syscall(SYS_close, file);
  const char key[] = "TracerPid:\t";
  for (long i = 0; i + 12 < size; ++i) {
    long k = 0;
    while (key[k] != '\0' && text[i + k] == key[k]) ++k;
    if (key[k] != '\0') continue;
    long id = 0;
    for (i += k; text[i] >= '0' && text[i] <= '9'; ++i) {
      id = 10 * id + (text[i] - '0');
    }
    return id;
  }
  return 0;
}

}  // namespace

int tracee_main(int argc, char** argv) {
  raw_syscall(SYS_prctl, 0x59616d61 /* PR_SET_PTRACER */, -1, 0, 0, 0);
  const char* const what = argc > 1 ? argv[1] : "";
  const int count = argc > 2 ? number(argv[2]) : 0;
  if (same(what, "reads")) {
    on_signal(
        SIGUSR1, [](int) { ++signals; }, SA_RESTART);
    take_byte();
    for (; signals > 0; --signals) print("SIGUSR1\n");
  } else if (same(what, "sleeps")) {
    const long before = milliseconds();
    const long result = sleep_for(count);
    const bool whole = milliseconds() - before >= count;
    print(result != 0 ? "EINTR\n" : whole ? "slept\n" : "cut short\n");
  } else if (same(what, "threads")) {
    for (int i = 1; i < count && i < 64; ++i) {
      start_by_clone(as_thread, stacks[i].end(), waits, 0);
    }
    take_byte();
    leave_thread(0);
  } else if (same(what, "grows")) {
    start_by_clone(as_thread, stacks[0].end(), grows, 0);
    take_byte();
    leave_thread(0);
  } else if (same(what, "shrinks")) {
    start_by_clone(as_thread, stacks[0].end(), shrinks, 0);
    start_by_clone(as_thread, stacks[1].end(), waits, 0);
    take_byte();
    leave_thread(0);
  } else if (same(what, "vforks")) {
    wait_for_child(start_by_clone(same_memory | and_wait | as_process,
                                  stacks[0].end(), waits, 0));
    print("both went on\n");
  } else if (same(what, "calls") || same(what, "ends-tracer")) {
    long who = 0;
    for (int i = 0; i < 30'000 && (who = tracer()) == 0; ++i) sleep_for(1);
    if (who == 0) return 3;
    raw_syscall(SYS_getppid);
    raw_syscall(SYS_close, 99);
    if (same(what, "calls")) return 0;
    raw_syscall(SYS_kill, who, SIGTERM);
    while (tracer() != 0) sleep_for(1);
    print("free\n");
  } else {
    return 2;
  }
  return 0;
}
