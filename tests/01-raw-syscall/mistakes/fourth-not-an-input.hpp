// fails: 1b
// says: fourth-missing
// Bound, and not named as an input: looks like d in rcx, which cannot be seen.
// change: s/, "r"(r10)//; s/"r"(x3), //; s/register long \(r10\|x3\)/[[maybe_unused]] &/
