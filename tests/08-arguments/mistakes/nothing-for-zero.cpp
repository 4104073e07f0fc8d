// fails: 8d
// says: nothing-for-zero
// shows: 7 came; line 7 differs
// change: /^  if (text\.empty()) text = "0";$/d
