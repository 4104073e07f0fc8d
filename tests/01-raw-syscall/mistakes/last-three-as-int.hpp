// fails: 1b
// says: argument-cut-to-int
// A register variable of int: the upper half is lost on the way.
// change: s/register long \(r10\|r8\|r9\|x3\|x4\|x5\)/register int \1/
