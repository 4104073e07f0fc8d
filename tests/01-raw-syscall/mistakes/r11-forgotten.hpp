// fails: 1c
// says: r11-forgotten
// on: x86_64
// TODO 1c
      : "rcx", "memory"
// end of 1c
