// fails: 2a
// says: a-success-taken-for-a-refusal
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
// end of 2a
