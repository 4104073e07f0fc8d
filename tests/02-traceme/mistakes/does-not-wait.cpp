// fails: 2a
// says: does-not-wait no-traceexec
// Options for a process that has not stopped yet: ptrace refuses, unheard. Which of
// the two is seen first is a race: has it stopped when it is resumed?
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
    usleep(50000);  // so that it surely has not
// end of 2a
// TODO 2a
  ptrace(PTRACE_SETOPTIONS, child, nullptr, tracee_options);
// end of 2a
