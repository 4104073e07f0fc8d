// fails: 1b
// says: argument-cut-to-int
// change: s/= e;/= static_cast<unsigned>(e);/
