// fails: 2a
// says: nothing
// A copy of the pipe's end, kept for later, has no O_CLOEXEC; so the command
// has it, and the pipe never ends.
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
    if (dup(error_pipe.ends[1]) == -1) _exit(126);
// end of 2a
