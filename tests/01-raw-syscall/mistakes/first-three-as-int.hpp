// fails: 1a
// says: argument-cut-to-int
// change: s/"S"(b)/"S"(static_cast<int>(b))/; s/"x1") = b/"x1") = static_cast<int>(b)/
