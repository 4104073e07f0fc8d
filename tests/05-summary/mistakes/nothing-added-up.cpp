// fails: 5e
// says: nothing-added-up
// TODO 5e
// end of 5e
