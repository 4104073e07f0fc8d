// unharmed THREADS [restarted]: so many threads sleep, write, read and wait in
// every way that a tracer could disturb, until the first gets a SIGUSR1. It
// counts the SIGRTMIN (32) that it was sent meanwhile, and says what went
// wrong: a result that only somebody else can be the cause of, or a time that
// was cut short. It says "ready" when all threads run. "restarted": only by
// calls that the kernel makes again after any interruption.
#include "nolibc.hpp"

namespace {

volatile int done = 0;     // set by the first thread's handler
volatile int counted = 0;  // by another of its handlers
enum State { none, runs, has_ended };
volatile int states[64];  // each its own; nobody adds to what another writes
bool all_calls = true;
Stack stacks[64];

void wait_for_all(int count, State state) {
  for (int i = 0; i < count; ++i) {
    while (states[i] != state) sleep_for(1);
  }
}

void wrong(const char* what) {
  // In one piece, as others write, too.
  char text[80];
  int size = 0;
  const char* const parts[] = {"wrong: ", what, "\n"};
  for (const char* part : parts) {
    for (; *part != '\0'; ++part) text[size++] = *part;
  }
  raw_syscall(SYS_write, 1, address(text), size);
}

long microseconds() {
  long time[2];
  raw_syscall(SYS_clock_gettime, 1 /* CLOCK_MONOTONIC */, address(time));
  return time[0] * 1'000'000 + time[1] / 1000;
}

long works(long number) {
  int ends[2];
  raw_syscall(SYS_pipe2, address(ends), 0);
  const long parent = raw_syscall(SYS_getppid);
  const long waiter = raw_syscall(SYS_epoll_create1, 0);
  states[number] = runs;
  while (done == 0) {
    if (raw_syscall(SYS_getppid) != parent) wrong("getppid");
    long before = microseconds();
    if (sleep_for(3) != 0) wrong("nanosleep was interrupted");
    if (microseconds() - before < 3000) wrong("nanosleep was cut short");
    char byte = static_cast<char>(number);
    if (raw_syscall(SYS_write, ends[1], address(&byte), 1) != 1) wrong("write");
    byte = 0;
    if (raw_syscall(SYS_read, ends[0], address(&byte), 1) != 1) wrong("read");
    if (byte != static_cast<char>(number)) wrong("the byte that was read");
    before = microseconds();
    struct {
      int descriptor;
      short events, revents;
    } what = {ends[0], 1 /* POLLIN */, 0};
    const long time[2] = {0, 2'000'000};
    long copy[2] = {time[0], time[1]};
    if (raw_syscall(SYS_ppoll, address(&what), 1, address(copy), 0, 8) != 0) {
      wrong("ppoll was interrupted");
    }
    if (microseconds() - before < 2000) wrong("ppoll was cut short");
#if defined(__x86_64__)  // elsewhere a tracer cannot help that:
                         // uninterrupted.hpp
    if (!all_calls) continue;
    before = microseconds();
    char event[12];
    if (raw_syscall(SYS_epoll_pwait, waiter, address(event), 1, 2, 0, 8) != 0) {
      wrong("epoll_pwait was interrupted");
    }
    if (microseconds() - before < 1900) wrong("epoll_pwait was cut short");
    const unsigned long usr2 = 1UL << (SIGUSR2 - 1);
    if (raw_syscall(SYS_rt_sigtimedwait, address(&usr2), 0, address(time), 8) !=
        -11 /* EAGAIN */) {
      wrong("rt_sigtimedwait was interrupted");
    }
#endif
  }
  raw_syscall(SYS_close, waiter);
  states[number] = has_ended;
  return 0;
}

void print_number(int number) {
  char digits[12] = "";
  char* first = digits + sizeof digits - 1;
  do {
    *--first = static_cast<char>('0' + number % 10);
  } while ((number /= 10) != 0);
  print(first);
}

}  // namespace

int tracee_main(int argc, char** argv) {
  raw_syscall(SYS_prctl, 0x59616d61 /* PR_SET_PTRACER */, -1, 0, 0, 0);
  const int count = argc > 1 ? number(argv[1]) : 1;
  if (count > 64) return 2;
  all_calls = argc < 3;
  on_signal(SIGUSR1, [](int) { done = 1; });
  on_signal(32, [](int) { counted = counted + 1; });
  // The threads get none of them.
  unsigned long all = ~0UL;
  unsigned long before = 0;
  raw_syscall(SYS_rt_sigprocmask, 0 /* SIG_BLOCK */, address(&all),
              address(&before), 8);
  for (int i = 0; i < count; ++i) {
    start_by_clone(as_thread, stacks[i].end(), works, i);
  }
  raw_syscall(SYS_rt_sigprocmask, 2 /* SIG_SETMASK */, address(&before), 0, 8);
  wait_for_all(count, runs);
  print("ready\n");
  while (done == 0) sleep_for(1000);
  wait_for_all(count, has_ended);
  print_number(counted);
  print(" signals\n");
  return 0;
}
