// fails: 6c
// says: never-kills
// TODO 6c
// end of 6c
