// fails: 2a
// says: no-exitkill
// TODO 2a
    is_tracee = ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0;
// end of 2a
// TODO 2a
  wait_for(child);
// end of 2a
