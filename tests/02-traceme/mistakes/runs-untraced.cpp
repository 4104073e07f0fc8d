// fails: 2a
// says: runs-untraced
// Asks, and does not listen to the answer.
// TODO 2a
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
// end of 2a
