// fails: 2a
// says: no-exitkill
// TODO 2a
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
// end of 2a
// TODO 2a
  wait_for(child);
// end of 2a
