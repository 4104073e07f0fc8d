// fails: 8d
// says: nothing-for-zero
// change: /^  if (text\.empty()) text = "0";$/d
