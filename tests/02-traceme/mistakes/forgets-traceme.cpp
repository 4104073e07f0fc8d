// fails: 2a
// says: not-a-tracee
// The child runs the command, and nobody traces it.
// TODO 2a
// end of 2a
