// fails: 3b
// says: options-replaced
// PTRACE_SETOPTIONS sets all options: those of launch() are gone.
// TODO 3b
  ptrace(PTRACE_SETOPTIONS, tracee, nullptr, PTRACE_O_TRACESYSGOOD);
// end of 3b
