// fails: 1a
// says: asks-again
// Makes a call again that a signal interrupted, as some libraries do.
// change: s/return \(result\|x0\);/return \1 == -4 ? raw_syscall(number, a, b, c, d, e, f) : \1;/
