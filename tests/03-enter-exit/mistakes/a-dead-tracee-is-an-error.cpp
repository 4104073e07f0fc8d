// fails: 3d
// says: a-dead-tracee-is-no-error
// resume() takes ESRCH for an error.
// change: s/request(PTRACE_SYSCALL, tracee, signal)/if (ptrace(PTRACE_SYSCALL, tracee, nullptr, signal) == -1) fail("ptrace")/
