// fails: 1c
// says: memory-forgotten
// on: x86_64
// TODO 1c
      : "rcx", "r11"
// end of 1c
