// fails: 6e
// says: x32-open
// on: x86_64
// TODO 6e
// end of 6e
