// fails: 1a
// says: result-cut-to-int
// change: s/return \(result\|x0\);/return static_cast<unsigned>(\1);/
