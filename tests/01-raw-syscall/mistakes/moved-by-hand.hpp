// fails: 1c
// says: moved-by-hand
// Fills the registers by instructions that no list speaks of.
// change: s/register long \(r10\|r8\|r9\|x3\|x4\|x5\) asm("[a-z0-9]*")/long \1/; s/"syscall"/"mov %5, %%r10; mov %6, %%r8; mov %7, %%r9; syscall"/; s/"r"(r10), "r"(r8), "r"(r9)/"m"(r10), "m"(r8), "m"(r9)/; s/"svc #0"/"ldr x3, %4; ldr x4, %5; ldr x5, %6; svc #0"/; s/"r"(x3), "r"(x4), "r"(x5)/"m"(x3), "m"(x4), "m"(x5)/
