// fails: 1a
// says: arguments-out-of-order
// on: x86_64
// D is taken for rdx, and d for rdi.
// TODO 1b
  register long r10 asm("r10") = d;
  register long r8 asm("r8") = e;
  register long r9 asm("r9") = f;
// end of 1b
// TODO 1a
      "syscall"
      : "=a"(result)
      : "a"(number), "d"(a), "S"(b), "D"(c)
// end of 1a
