// fails: 8d
// says: a-bit-that-is-named-twice
// change: s|^    if (bits == 0 ? value == 0 && text\.empty() : (rest & bits) == bits) {$|    if (bits == 0 ? value == 0 \&\& text.empty() : (value \& bits) == bits) {|
