// fails: 1c
// says: no-clobbers
// on: x86_64
// TODO 1c
// end of 1c
