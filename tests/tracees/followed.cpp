// Three ways to start somebody: a thread, a process, and a process in the same
// memory. Each says whether it is traced (TracerPid in proc(5)).
#include "nolibc.hpp"

static long says(long who) {
  static const char* const names[] = {"thread", "process", "vfork"};
  const long file = open_file("/proc/thread-self/status");
  static char text[4096];
  long size = 0;
  for (long got; size < 4000; size += got) {
    got = raw_syscall(SYS_read, file, address(text + size), 4000 - size);
    if (got <= 0) break;
  }
  raw_syscall(SYS_close, file);
  bool traced = false;
  const char key[] = "TracerPid:\t";
  for (long i = 0; i + 12 < size; ++i) {
    long k = 0;
    while (key[k] != '\0' && text[i + k] == key[k]) ++k;
    if (key[k] == '\0') traced = text[i + k] != '0';
  }
  print(names[who]);
  print(traced ? ": traced\n" : ": not traced\n");
  return 0;
}

int tracee_main(int, char**) {
  static Stack stack;
  static int ends[2];
  raw_syscall(SYS_pipe2, address(ends), 0);
  start_by_clone(
      as_thread, stack.end(),
      [](long who) -> long {
        says(who);
        return raw_syscall(SYS_write, ends[1], address("x"), 1);
      },
      0);
  char byte;
  raw_syscall(SYS_read, ends[0], address(&byte), 1);
  wait_for_child(start_by_clone(as_process, nullptr, says, 1));
  static Stack another;
  wait_for_child(start_by_clone(same_memory | and_wait | as_process,
                                another.end(), says, 2));
  return 0;
}
