// fails: 1a
// says: nothing
// Results below the errors are turned into something, too.
// change: s/return \(result\|x0\);/return \1 < 0 ? -1 : \1;/
