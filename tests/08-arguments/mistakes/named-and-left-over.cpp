// fails: 8d
// says: named-and-left-over
// shows: got   0x100: CLONE_VM|0x100
// change: /^      rest &= ~bits;$/d
