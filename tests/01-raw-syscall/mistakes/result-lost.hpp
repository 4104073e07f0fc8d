// fails: 1a
// says: result-lost
// The call is made, and what the compiler takes for its result is an argument.
// change: s/return \(result\|x0\);/return a;/
