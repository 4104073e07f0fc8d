// TODO 6a
// end of 6a
// TODO 6c
// end of 6c
// TODO 6d
// end of 6d
// TODO 6e
// end of 6e
// TODO 6b
// end of 6b
