// fails: 9c
// says: nobody-interrupted
// TODO 9c
// end of 9c
