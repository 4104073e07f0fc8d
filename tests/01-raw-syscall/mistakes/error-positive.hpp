// fails: 1a
// says: error-without-its-sign
// change: s/return \(result\|x0\);/return \1 < 0 \&\& \1 >= -4095 ? -\1 : \1;/
