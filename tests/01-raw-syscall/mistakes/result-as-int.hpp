// fails: 1a
// says: result-cut-to-int
// A result is a long: an address does not fit into an int.
// change: s/return \(result\|x0\);/return static_cast<int>(\1);/
