// fails: 5a
// says: counts-nothing
// TODO 5a
// end of 5a
// TODO 5b
// end of 5b
