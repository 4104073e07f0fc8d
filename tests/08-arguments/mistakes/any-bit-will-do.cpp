// fails: 8d
// says: half-a-name
// change: s|^    if (bits == 0 ? value == 0 && text\.empty() : (rest & bits) == bits) {$|    if (bits == 0 ? value == 0 \&\& text.empty() : (rest \& bits) != 0) {|
