// fails: 2a
// says: nothing
// The child does not exec, and forks again.
// TODO 2a
    for (;;) fork();
// end of 2a
