// fails: 1a
// says: int-0x80
// needs: 32-bit
// on: x86_64
// The way that old books show.
// TODO 1b
  register long r10 asm("r10") = d;
  register long r8 asm("r8") = e;
  register long r9 asm("r9") = f;
// end of 1b
// TODO 1a
      "int $0x80"
      : "=a"(result)
      : "a"(number), "D"(a), "S"(b), "d"(c)
// end of 1a
