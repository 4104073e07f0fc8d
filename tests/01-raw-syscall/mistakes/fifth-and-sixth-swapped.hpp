// fails: 1b
// says: fifth-and-sixth-swapped
// on: x86_64
// TODO 1b
  register long r10 asm("r10") = d;
  register long r8 asm("r8") = f;
  register long r9 asm("r9") = e;
// end of 1b
