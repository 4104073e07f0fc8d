// Sends itself SIGUSR1 and says so when it arrives.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  on_signal(SIGUSR1, [](int) { print("got it\n"); });
  signal_myself(SIGUSR1);
  print("done\n");
  return 0;
}
