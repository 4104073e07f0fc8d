// fails: 1b
// says: fourth-missing
// on: x86_64
// As a function gets it.
// TODO 1b
  register long r8 asm("r8") = e;
  register long r9 asm("r9") = f;
  long fourth = d;
// end of 1b
// TODO 1a
      "syscall"
      : "=a"(result), "+c"(fourth)
      : "a"(number), "D"(a), "S"(b), "d"(c)
// end of 1a
// TODO 1b
      , "r"(r8), "r"(r9)
// end of 1b
// TODO 1c
      : "r11", "memory"
// end of 1c
