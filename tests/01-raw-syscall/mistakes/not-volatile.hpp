// fails: 1c
// says: left-out
// A statement that is not volatile goes with its result.
// change: s/asm volatile(/asm(/
