// fails: 8d
// says: zero-like-a-bit-without-a-name
// shows: 0: 0x0 /* CLONE_??? */
// change: s|^  if (text\.empty() && rest != 0) {$|  if (text.empty()) {|
