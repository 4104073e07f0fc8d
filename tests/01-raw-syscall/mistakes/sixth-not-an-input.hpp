// fails: 1b
// says: one-missing
// change: s/, "r"(r9)//; s/, "r"(x5)//; s/register long \(r9\|x5\)/[[maybe_unused]] &/
