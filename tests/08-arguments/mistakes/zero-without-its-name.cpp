// fails: 8d
// says: zero-has-a-name
// change: s|^    if (bits == 0 ? value == 0 && text\.empty() : (rest & bits) == bits) {$|    if (bits != 0 \&\& (rest \& bits) == bits) {|
