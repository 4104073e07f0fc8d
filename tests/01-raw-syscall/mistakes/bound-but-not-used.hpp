// fails: 1b
// says: not-handed-over
// on: x86_64
// Register variables that the asm statement does not name are just variables.
// TODO 1b
  [[maybe_unused]] register long r10 asm("r10") = d;
  [[maybe_unused]] register long r8 asm("r8") = e;
  [[maybe_unused]] register long r9 asm("r9") = f;
// end of 1b
// TODO 1a
      "syscall"
      : "=a"(result)
      : "a"(number), "D"(a), "S"(b), "d"(c)
// end of 1a
// TODO 1b
// end of 1b
