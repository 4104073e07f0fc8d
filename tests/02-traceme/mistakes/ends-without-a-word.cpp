// fails: 2b
// says: errno-lost
// The exit status cannot tell: 127 may be the command's own.
// TODO 2b
    _exit(127);
// end of 2b
// TODO 2b
// end of 2b
