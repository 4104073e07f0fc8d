// fails: 5c
// says: not-sorted
// TODO 5c
// end of 5c
