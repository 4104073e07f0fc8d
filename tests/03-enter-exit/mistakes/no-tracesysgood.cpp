// fails: 3b
// says: a-sigtrap-is-no-syscall-stop
// Without the option a syscall-stop is a plain SIGTRAP, like an event's.
// TODO 3b
// end of 3b
// TODO 3b
    const bool at_syscall = WSTOPSIG(status) == SIGTRAP;
// end of 3b
