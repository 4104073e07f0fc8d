// Four calls that a signal interrupts, each of which the kernel goes on with in
// a way of its own (signal(7)): the handler has SA_RESTART, then not, then the
// signal is ignored, and then it is a handler for which nothing is restarted.
//
// The signals are a child's, whom nobody traces. It sends one only when /proc
// says that its parent sleeps, which is in none but these calls: no clock tells
// it when.
#include <linux/futex.h>
#include <linux/prctl.h>

#include "nolibc.hpp"

namespace {

// Does the process sleep? Its state stands behind the name, "pid (name) S ...".
bool sleeps(const char* stat) {
  char text[256];
  const long file = open_file(stat);
  const long size = raw_syscall(SYS_read, file, address(text), sizeof text);
  raw_syscall(SYS_close, file);
  if (size <= 0) leave(1);  // it has ended
  for (long i = 0; i + 2 < size; ++i) {
    if (text[i] == ')') return text[i + 2] == 'S';
  }
  return false;
}

// "/proc/N/stat"
void write_path(char* path, long pid) {
  const auto put = [&](const char* text) {
    while (*text != '\0') *path++ = *text++;
  };
  char digits[20] = "";
  char* first = digits + sizeof digits - 1;
  do {
    *--first = static_cast<char>('0' + pid % 10);
  } while ((pid /= 10) != 0);
  put("/proc/");
  put(first);
  put("/stat");
  *path = '\0';
}

// The child: makes the parent go on, each time that it sleeps.
[[noreturn]] void wake(long parent, int pipe, volatile int* word) {
  raw_syscall(SYS_prctl, PR_SET_PDEATHSIG, SIGKILL);
  char stat[40];
  write_path(stat, parent);
  const auto wait = [&] {
    while (!sleeps(stat)) sleep_for(1);
  };
  const auto signal = [&] {
    wait();
    raw_syscall(SYS_kill, parent, SIGALRM);
  };
  signal();  // the read, twice
  signal();
  wait();
  raw_syscall(SYS_write, pipe, address("x"), 1);
  signal();  // the futex
  wait();
  *word = 1;
  raw_syscall(SYS_futex, address(word), FUTEX_WAKE, 1);
  signal();  // rt_sigsuspend
  leave(0);
}

}  // namespace

int tracee_main(int, char**) {
  int pipe[2];
  raw_syscall(SYS_pipe2, address(pipe), 0);
  // What the second wait is for, in memory of both: PROT_READ | PROT_WRITE,
  // MAP_SHARED | MAP_ANONYMOUS.
  auto* word = reinterpret_cast<volatile int*>(
      raw_syscall(SYS_mmap, 0, sizeof(int), 1 | 2, 0x01 | 0x20, -1, 0));
  on_signal(
      SIGALRM, [](int) {}, SA_RESTART);
  const long parent = raw_syscall(SYS_getpid);
  const long child = raw_syscall(SYS_clone, 0, 0);  // no signal when it ends
  if (child == 0) wake(parent, pipe[1], word);

  // A read that is made again after the handler.
  char byte;
  raw_syscall(SYS_read, pipe[0], address(&byte), 1);

  // A wait with an end goes on by restart_syscall after an ignored signal.
  on_signal(SIGALRM, SIG_IGN);
  const long hour[2] = {3600, 0};
  raw_syscall(SYS_futex, address(word), FUTEX_WAIT, 0, address(hour));

  // A wait for signals ends with the first that has a handler.
  on_signal(SIGALRM, [](int) {});
  const unsigned long none = 0;
  raw_syscall(SYS_rt_sigsuspend, address(&none), 8);
  raw_syscall(SYS_wait4, child, 0, 0x40000000 /* __WALL */, 0);
  return 0;
}
