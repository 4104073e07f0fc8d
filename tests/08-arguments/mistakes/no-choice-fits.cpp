// fails: 8d
// says: a-choice-without-a-name-is-lost
// shows: < 0x43: O_CREAT
// change: s|^    rest = value;$|    rest = value \& ~set.choice;|
