// Writes where nothing is. A tracer that keeps the SIGSEGV to itself sees this
// instruction for ever.
#include "nolibc.hpp"

int tracee_main(int, char**) {
  *reinterpret_cast<volatile int*>(8) = 1;
  return 0;
}
