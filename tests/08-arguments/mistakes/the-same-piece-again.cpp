// fails: 8b
// says: the-same-piece-again
// shows: got   5000 bytes: 6000 bytes
// change: /^    address += part\.size();$/d
