// fails: 3b
// says: a-sigtrap-is-no-syscall-stop
// Leaves events out, and takes a SIGTRAP that was sent for a mark.
// TODO 3b
ptrace(PTRACE_SETOPTIONS, tracee, nullptr,
       tracee_options | PTRACE_O_TRACESYSGOOD);
// end of 3b
// TODO 3b
const bool at_syscall = status >> 16 == 0 &&
                        (WSTOPSIG(status) & 0x7f) == SIGTRAP;
// end of 3b
