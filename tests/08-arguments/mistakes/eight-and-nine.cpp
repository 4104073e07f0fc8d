// fails: 8c
// says: eight-is-no-octal-digit
// change: s|^          i + 1 < bytes\.size() && bytes\[i + 1\] >= '0' && bytes\[i + 1\] <= '7';$|          i + 1 < bytes.size() \&\& bytes[i + 1] >= '0' \&\& bytes[i + 1] <= '9';|
