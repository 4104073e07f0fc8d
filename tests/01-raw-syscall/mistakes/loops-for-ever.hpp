// fails: 1a
// says: nothing
// on: x86_64
// Tries again while the call fails, and one of the calls always does.
// TODO 1b
  register long r10 asm("r10") = d;
  register long r8 asm("r8") = e;
  register long r9 asm("r9") = f;
  for (;;) {
  }
// end of 1b
