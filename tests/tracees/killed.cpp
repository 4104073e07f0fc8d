// Ends itself by the signal whose number it is given.
#include "nolibc.hpp"

int tracee_main(int argc, char** argv) {
  int signal = 0;
  for (const char* digit = argc > 1 ? argv[1] : "9"; *digit != '\0'; ++digit) {
    signal = 10 * signal + (*digit - '0');
  }
  signal_myself(signal);
  print("survived\n");
  return 0;
}
