// fails: 3b
// says: knocked-out-of-step
// Each stop is taken for a syscall-stop, the arrival of a signal too.
// TODO 3b
// end of 3b
// TODO 3b
    const bool at_syscall = true;
// end of 3b
