// fails: 3b
// says: resumes-untraced
// PTRACE_CONT delivers the signal, and runs to the next signal with no stop at
// the calls between.
// TODO 3c
      if (status >> 16 == 0) {
        ptrace(PTRACE_CONT, tracee, nullptr, WSTOPSIG(status));
        const int next = wait_for(tracee);
        if (!WIFSTOPPED(next)) return next;
        signal = next >> 16 != 0 ? 0 : WSTOPSIG(next) & 0x7f;
        if (signal == SIGTRAP) signal = 0;
      }
// end of 3c
