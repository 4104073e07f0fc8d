// fails: 1a
// says: written-below-the-stack
// on: x86_64
// Saves by hand what the compiler can be told of.
// change: s/"syscall"/"push %%rcx; push %%r11; syscall; pop %%r11; pop %%rcx"/; s/"rcx", "r11", "memory"/"memory"/
