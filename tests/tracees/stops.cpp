// A child that a SIGSTOP stops, until its parent sends a SIGCONT: it does not
// write before. The parent looks for half a second.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  int ends[2];
  raw_syscall(SYS_pipe2, address(ends), 0);
  static int write_end;
  write_end = ends[1];
  const long child = start_by_clone(
      as_process, nullptr,
      [](long) -> long {
        signal_myself(SIGSTOP);
        raw_syscall(SYS_write, write_end, address("x"), 1);
        return 0;
      },
      0);
  int status = wait_for_child(child, 2 /* WUNTRACED */);
  print((status & 0xff) == 0x7f ? "stopped\n" : "did not stop\n");
  struct {
    int descriptor;
    short events, revents;
  } what = {ends[0], 1 /* POLLIN */, 0};
  const long time[2] = {0, 500'000'000};
  const long ready =
      raw_syscall(SYS_ppoll, address(&what), 1, address(time), 0, 8);
  print(ready == 0 ? "stays so\n" : "went on by itself\n");
  raw_syscall(SYS_kill, child, SIGCONT);
  char byte = 0;
  raw_syscall(SYS_read, ends[0], address(&byte), 1);
  status = wait_for_child(child);
  print(byte == 'x' && status == 0 ? "went on\n" : "is lost\n");
  return 0;
}
