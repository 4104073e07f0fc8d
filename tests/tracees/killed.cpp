// Ends itself by the signal whose number it is given.
#include "nolibc.hpp"

int tracee_main(int argc, char** argv) {
  signal_myself(number(argc > 1 ? argv[1] : "9"));
  print("survived\n");
  return 0;
}
