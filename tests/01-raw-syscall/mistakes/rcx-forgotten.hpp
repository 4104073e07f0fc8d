// fails: 1c
// says: rcx-forgotten
// on: x86_64
// TODO 1c
      : "r11", "memory"
// end of 1c
