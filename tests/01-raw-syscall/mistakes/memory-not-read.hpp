// fails: 1c
// says: memory-forgotten
// on: x86_64
// Tells that memory is read, and not that it is written.
// TODO 1c
      , "m"(*reinterpret_cast<const char (*)[4096]>(b))
      : "rcx", "r11"
// end of 1c
