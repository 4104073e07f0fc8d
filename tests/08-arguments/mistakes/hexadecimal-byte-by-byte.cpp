// fails: 8c
// says: the-whole-string-or-none-of-it
// change: s|^    if (all_hex) {$|    if (hex == Style::Hex::always \|\|\n        (all_hex \&\& !is_plain(c))) {|
