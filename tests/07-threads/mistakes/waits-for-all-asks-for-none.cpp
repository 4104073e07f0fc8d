// fails: 7b
// says: children-not-followed
// TODO 7b
// end of 7b
