// fails: 1a
// says: another-number
// on: x86_64
// The result's register is bound, the number's is not: rax holds what it will.
// TODO 1b
  register long r10 asm("r10") = d;
  register long r8 asm("r8") = e;
  register long r9 asm("r9") = f;
// end of 1b
// TODO 1a
      "syscall"
      : "=a"(result)
      : "a"(0), "D"(a), "S"(b), "d"(c)
// end of 1a
