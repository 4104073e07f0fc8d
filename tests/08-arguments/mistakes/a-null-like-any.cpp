// fails: 8e
// says: null-has-a-name
// change: /^  if (address == 0) return "NULL";$/d
