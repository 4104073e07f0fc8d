// fails: 9b
// says: one-thread-of-many
// TODO 9b
// end of 9b
