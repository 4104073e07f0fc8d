// fails: 6d
// says: no-architecture-check
// TODO 6d
// end of 6d
