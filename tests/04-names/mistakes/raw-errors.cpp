// fails: 4d
// says: raw-errors
// TODO 4d
// end of 4d
