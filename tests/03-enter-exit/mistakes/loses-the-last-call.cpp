// fails: 3d
// says: the-last-call-is-lost
// TODO 3d
// end of 3d
