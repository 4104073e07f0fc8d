// fails: 8d
// says: zero-is-always-there
// change: s|^    if (bits == 0 ? value == 0 && text\.empty() : (rest & bits) == bits) {$|    if ((rest \& bits) == bits) {|
