// fails: 8d
// says: a-zero-that-is-named-twice
// change: s|^    if (bits == 0 ? value == 0 && text\.empty() : (rest & bits) == bits) {$|    if (bits == 0 ? value == 0 : (rest \& bits) == bits) {|
